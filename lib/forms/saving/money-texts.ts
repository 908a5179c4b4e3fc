import { cellSpec } from '@/lib/domain/cells/addresses'
import type { MoneyUnit } from '@/lib/domain/reading/number-reading'
import { saysSame } from '@/lib/forms/cells/cell-texts'
import { readCellValue } from '@/lib/forms/cells/cells'
import { keptText, yuanText } from '@/lib/forms/cells/money-unit'
import { fitCell } from '@/lib/forms/cells/pasted-cell'
import type { Fit } from '@/lib/grid/paste'
import { refusalInYuan } from '@/lib/messages/refusals'
import type { CellView } from './cell-view'

/** Cells of money as a person wants to fill them in. */
export type MoneyTexts = ReturnType<typeof moneyTexts>

/** How cells are shown and typed in `unit`; cells that hold no money are left as they are. While a text stands as it was typed it is shown so. */
export function moneyTexts(unit: MoneyUnit) {
  const typedAs = new Map<string, { kept: string; typed: string }>()
  const converts = (address: string): boolean => unit === '元' && cellSpec(address)?.kind === 'money'
  function shown(address: string, kept: string): string {
    if (!converts(address)) return kept
    const last = typedAs.get(address)
    return last?.kept === kept ? last.typed : yuanText(kept)
  }
  return {
    unit,
    shown,
    /** A typed text as it is kept: as it stands on the server (`standing`) where it says the same. */
    kept(address: string, typed: string, standing: string): string {
      if (!converts(address)) return typed
      const inWan = keptText(typed)
      const kept = saysSame(address, inWan, standing) ? standing : inWan
      typedAs.set(address, { kept, typed })
      return kept
    },
    view(address: string, view: CellView): CellView {
      if (!converts(address)) return view
      const read = view.error === undefined ? null : readCellValue(address, view.text)
      return {
        ...view,
        text: shown(address, view.text),
        error: read === null || read.ok ? view.error : refusalInYuan(read.refusal),
        ...(view.lastYear === undefined ? {} : { lastYear: yuanText(view.lastYear) }),
      }
    },
    fit: (address: string, written: string): Fit => fitCell(address, written, converts(address) ? '元' : '万元'),
  }
}
