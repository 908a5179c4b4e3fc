'use client'
import { useCell, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import type { UnitAggregateText } from '@/lib/messages/unit-aggregates'

/** What the units below report, under 实际完成值, and a button that types it there: it is saved as anything typed. */
export function UnitAggregateLine({ address, aggregate }: { address: string; aggregate: UnitAggregateText | null }) {
  const { store, readOnly } = useCellForm()
  const { text } = useCell(address)
  if (aggregate === null) return null
  const { sentence, value } = aggregate
  return (
    <p className="mt-1 text-sm text-muted">
      {sentence}
      {value === null || readOnly || text === value ? null : (
        <Button variant="quiet" className="-ml-2" onClick={() => store.edit(address, value)}>
          填入汇总值
        </Button>
      )}
    </p>
  )
}
