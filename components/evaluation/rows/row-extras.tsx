import type { ComponentProps } from 'react'
import { RemovalDialog } from './removal-dialog'
import { RowHandle } from './row-handle'

type Props = ComponentProps<typeof RemovalDialog> & { to: ((place: number) => void) | null; asking: boolean }

/** What a row has beside its buttons: the handle by which it is dragged, and what is asked before it goes. */
export function RowExtras({ to, asking, ...asked }: Props) {
  return (
    <>
      {to === null ? null : <RowHandle name={asked.name} to={to} />}
      {asking ? <RemovalDialog {...asked} /> : null}
    </>
  )
}
