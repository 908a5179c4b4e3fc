import { CellConflict } from './cell-conflict'
import { useCell, useCellForm } from './cell-form-context'
import { CellMarks } from './cell-marks'

/** Conflict, notes and findings of a cell of a grid, under its name, in the detail of its row; nothing where there are none. */
export function BesideCell({ address }: { address: string }) {
  const { notesAt, findingsAt } = useCellForm()
  const { conflict, label, state } = useCell(address)
  const saved = state === 'unchanged' || state === 'saved'
  if (conflict === undefined && notesAt(address).length === 0 && !(saved && findingsAt(address).some(({ message }) => message !== null)))
    return null
  return (
    <div>
      <p className="text-muted">{label}</p>
      <CellConflict address={address} />
      <CellMarks address={address} />
    </div>
  )
}
