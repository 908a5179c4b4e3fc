'use client'
import { useOthers, useWhoIsAt } from './use-colleagues'

/** Who else is at the cell, on the edge of its box, where it moves nothing. */
export function WhoIsHere({ address }: { address: string }) {
  const names = useWhoIsAt(address)
  if (names === '') return null
  return (
    <span className="pointer-events-none absolute -bottom-2 left-2 max-w-full truncate rounded border border-action bg-action-soft px-1 text-xs leading-4 text-action">
      {names} 正在此处
    </span>
  )
}

/** Who else is in the form. */
export function OthersHere() {
  const names = useOthers()
  return names === '' ? null : <p className="text-sm text-muted">{names} 也在填写本表</p>
}
