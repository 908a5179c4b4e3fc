'use client'
import dynamic from 'next/dynamic'
import { Nothing } from '@/components/ui/nothing'
import { Tag } from '@/components/ui/tag'
import { NOT_FILLED, severityLabels } from '@/lib/messages/form-labels'
import { useCell, useCellForm } from './cell-form-context'
import { severityTones } from './severity-tones'

/** Most forms have none: it is loaded where one stands. */
const ReturnedNote = dynamic(() => import('@/components/evaluation/people/returned-note').then((module) => module.ReturnedNote), {
  loading: Nothing,
})

/** Review notes and findings that stand at a cell or section. */
export function CellMarks({ address }: { address: string }) {
  const form = useCellForm()
  const { state } = useCell(address)
  const notes = form.notesAt(address)
  // What was found of the saved value says nothing of the one being typed.
  const findings = state === 'unchanged' || state === 'saved' ? form.findingsAt(address) : []
  if (notes.length === 0 && findings.length === 0) return null
  return (
    <ul className="grid gap-1 text-left text-sm whitespace-normal">
      {notes.map((note) => (
        <ReturnedNote key={note.id} note={note} />
      ))}
      {findings.map(({ severity, message, unfilled }) => (
        <li key={message} className="flex items-start gap-1.5 text-muted">
          {unfilled || message === null ? (
            <Tag tone="warning">{NOT_FILLED}</Tag>
          ) : (
            <Tag tone={severityTones[severity]}>{severityLabels[severity]}</Tag>
          )}
          <span>{message ?? '送审前须填写'}</span>
        </li>
      ))}
    </ul>
  )
}
