import { cellStore } from '@/lib/forms/saving/cell-store'
import type { FormCells } from '@/lib/forms/saving/cell-view'
import type { SaveAnswer } from '@/lib/forms/saving/save-form'

/** A small form of cells, and what the server answers to it. */

export const cells: FormCells = {
  'cover/phone': { text: '1', seen: 3, label: '联系电话' },
  'cover/preparer': { text: '', seen: 0, label: '填报人' },
  'goals/a/text': { text: '目标', seen: 1, label: '绩效目标' },
}
export const answer = (given: Partial<SaveAnswer>): SaveAnswer => ({ saved: [], refusals: [], conflicts: [], message: null, ...given })

export const ANSWERED = answer({ saved: [{ address: 'cover/phone', number: 4 }] })

/** A store with something on its way. */
export function sending(text = '12') {
  const store = cellStore(cells)
  store.edit('cover/phone', text)
  const sent = store.send()
  if (sent === null) throw new Error('nothing to send')
  return { store, sent }
}
