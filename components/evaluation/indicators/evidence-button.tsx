import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import type { CellStore } from '@/lib/forms/saving/cell-store'

/** Brought along when it is opened: most of the time a row is filled in without it. */
const EvidencePanel = dynamic(() => import('@/components/evidence/evidence-panel').then((module) => module.EvidencePanel), { ssr: false })

/** 佐证材料 of an indicator. Files may be chosen before the row is stored: they wait for it. */
export function EvidenceButton({ row, place }: { row: string; place: number }) {
  const { store, readOnly } = useCellForm()
  const waits = useFormState((form) => isUnknown(form, row))
  // Once it was open it stays: what is on its way must not go with it
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  const open = state === 'open'
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        variant="quiet"
        aria-expanded={open}
        aria-label={`佐证材料：指标 ${place}`}
        onClick={() => setState(open ? 'closed' : 'open')}
      >
        佐证材料
      </Button>
      {state === 'never' ? null : (
        <div hidden={!open}>
          <EvidencePanel
            place={`indicators/${row}`}
            label={`指标 ${place}`}
            readOnly={readOnly}
            whenThere={waits ? () => whenKnown(store, row) : null}
          />
        </div>
      )}
    </div>
  )
}

/** A row of this form that the server has not said to have. */
const isUnknown = (store: CellStore, row: string): boolean => store.newRows().some(({ id }) => id === row) && !store.isStored(row)

const whenKnown = (store: CellStore, row: string): Promise<void> =>
  new Promise((done) => {
    const look = () => {
      if (isUnknown(store, row)) return
      off()
      done()
    }
    const off = store.subscribeAll(look)
    look()
  })
