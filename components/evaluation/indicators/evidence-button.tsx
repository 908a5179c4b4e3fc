import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'

/** Brought along when it is opened: most of the time a row is filled in without it. */
const EvidencePanel = dynamic(() => import('@/components/evidence/evidence-panel').then((module) => module.EvidencePanel), { ssr: false })

/** 佐证材料 of an indicator. */
export function EvidenceButton({ row, place }: { row: string; place: number }) {
  const { readOnly } = useCellForm()
  const [open, setOpen] = useState(false)
  return (
    <div className="grid justify-items-start gap-2">
      <Button variant="quiet" aria-expanded={open} aria-label={`佐证材料：指标 ${place}`} onClick={() => setOpen(!open)}>
        佐证材料
      </Button>
      {open ? <EvidencePanel place={`indicators/${row}`} label={`指标 ${place}`} readOnly={readOnly} /> : null}
    </div>
  )
}
