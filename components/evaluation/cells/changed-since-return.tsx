'use client'
import { useCell, useCellForm } from './cell-form-context'

/** What the cell said when it was handed in, where it was changed since it came back. */
export function ChangedSinceReturn({ address }: { address: string }) {
  const { say } = useCellForm()
  const { submitted } = useCell(address)
  if (submitted === undefined) return null
  return (
    <p className="border-l-4 border-action pl-2 text-xs text-muted">
      <span className="font-medium text-action">退回后已改</span>
      <span className="line-clamp-3 whitespace-pre-line">送审时：{say(address, submitted)}</span>
    </p>
  )
}
