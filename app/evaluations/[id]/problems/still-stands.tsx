'use client'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { BEGINS } from '@/components/evaluation/saving/begins'
import { Button } from '@/components/ui/button'
import { goTo } from '@/components/ui/go-to'
import { parseAddress } from '@/lib/domain/cells/addresses'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import { newRowId } from '@/lib/forms/saving/new-rows'

/** The rows of a list that say this. */
const saying = (store: CellStore, list: 'problems' | 'measures', said: string): string[] =>
  Object.entries(store.texts()).flatMap(([address, text]) => {
    const cell = parseAddress(address)
    return cell?.part === list && cell.column === 'text' && text.trim() === said.trim() ? [cell.row] : []
  })

/** The next problem of last year that can still be taken; null behind the last. */
function buttonBehind(pressed: HTMLElement): HTMLElement | null {
  const rows = [...(pressed.closest('ol')?.children ?? [])]
  const place = rows.findIndex((row) => row.contains(pressed))
  return rows.slice(place + 1).flatMap((row) => row.querySelector('button') ?? [])[0] ?? null
}

/** `number`: of the problem in its list. `measures`: what was to be done about it. */
type Props = { number: number; text: string; measures: readonly string[] }

/** A problem of last year that still stands becomes one of this year's, with those of its measures that this year has: one change. */
export function StillStands({ number, text, measures }: Props) {
  const { store, readOnly, announce } = useCellForm()
  const [taken, setTaken] = useState('')
  const stands = useFormState((now) => now.value(`problems/${taken}/text`) !== '' || saying(now, 'problems', text).length > 0)
  if (stands) return <p className="text-success">✓ 已列为本年问题</p>
  if (readOnly) return null
  const take = (pressed: HTMLElement) => {
    const behind = buttonBehind(pressed)
    const id = newRowId()
    const tied = measures.flatMap((measure) => saying(store, 'measures', measure))
    flushSync(() => {
      setTaken(id)
      store.addRows([{ row: { list: 'problems', id }, texts: { text, measures: tied.join(' ') } }])
    })
    // Whoever goes through last year's stays with them, and comes to this year's behind the last
    if (behind === null) goTo(`problems/${id}/text`)
    else behind.focus()
    announce('已列为本年问题，可以修改')
  }
  return (
    <Button
      {...{ [BEGINS]: 'problems' }}
      variant="quiet"
      className="-ml-2"
      aria-label={`仍然存在，列为本年问题：上年问题 ${number}`}
      onClick={({ currentTarget }) => take(currentTarget)}
    >
      仍然存在，列为本年问题
    </Button>
  )
}
