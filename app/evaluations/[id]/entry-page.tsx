import type { ReactNode } from 'react'
import { CellMarks } from '@/components/evaluation/cells/cell-marks'
import { CellForm } from '@/components/evaluation/saving/cell-form'
import { classNames } from '@/components/ui/class-names'
import { HelpLink } from '@/components/ui/help-link'
import { Notice } from '@/components/ui/notice'
import { nextIncomplete } from '@/lib/domain/checks/progress'
import { type EntrySection, sectionOf } from '@/lib/domain/evaluation/sections'
import { sectionLabels } from '@/lib/messages/section-labels'
import { keepReviewDraft, moveTypedRow, removeTypedRow, replyToReviewNote, saveTyped, settleReviewNote } from './actions'
import { CarriedNotice } from './carried-notice'
import { type Entry, formOf } from './entry'
import { FindingsBeside } from './findings-beside'
import { ChangesSinceReturn } from './loaded-when-needed'

/** Forms that need the whole width: what is found stands above them. */
const WIDE: ReadonlySet<EntrySection> = new Set(['funds', 'indicators'])

/** One form of an evaluation: title, help, why it is locked if it is, and its cells with what stands at them. */
export async function EntryPage(props: {
  entry: Entry
  section: EntrySection
  also?: readonly EntrySection[]
  description?: ReactNode
  children: ReactNode
}) {
  const { entry, section, also = [], description, children } = props
  const { id } = entry.evaluation
  const form = await formOf(entry, section, also)
  const next = nextIncomplete(entry.progress, section) ?? 'check'
  const changed = changedCells(form.cells, entry.evaluation, section)
  const beside = entry.asked && entry.open.length > 0
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-2xl font-semibold">{sectionLabels[section]}</h1>
        <HelpLink href={`/help/${section}`} />
      </div>
      {description ? <p className="mb-4 max-w-3xl text-sm text-muted">{description}</p> : null}
      {entry.locked ? <Notice className="mb-4" title={`本页只读：${entry.locked}`} /> : null}
      <CarriedNotice entry={entry} section={section} />
      <div className={classNames('grid items-start gap-4', beside && !WIDE.has(section) && 'xl:grid-cols-[minmax(0,1fr)_22rem] xl:gap-8')}>
        {/* Before the form where it stands above it, so that nobody has to pass the form to come to it */}
        <div className={classNames('empty:hidden', !WIDE.has(section) && 'xl:sticky xl:top-14 xl:col-start-2 xl:row-start-1')}>
          {beside ? <FindingsBeside entry={entry} section={section} /> : null}
        </div>
        <div className="min-w-0">
          <CellForm
            {...form}
            evaluation={`/evaluations/${id}`}
            revision={entry.evaluation.revision}
            readOnly={!entry.mayEnter}
            next={{ href: `/evaluations/${id}/${next}`, label: sectionLabels[next] }}
            save={saveTyped.bind(null, id)}
            rows={{ remove: removeTypedRow.bind(null, id), move: moveTypedRow.bind(null, id) }}
            noteActions={{
              settle: settleReviewNote.bind(null, id),
              reply: replyToReviewNote.bind(null, id),
              keep: keepReviewDraft.bind(null, id),
            }}
          >
            <div className="mb-4 empty:hidden">
              <CellMarks address={section} />
            </div>
            {changed.length > 0 ? <ChangesSinceReturn cells={changed} /> : null}
            {children}
          </CellForm>
        </div>
      </div>
    </>
  )
}

/** The cells of this form, and not of those that it only computes with, that were changed since the return. */
const changedCells = (cells: Awaited<ReturnType<typeof formOf>>['cells'], evaluation: Entry['evaluation'], section: EntrySection) =>
  Object.entries(cells).flatMap(([address, { label, submitted }]) =>
    submitted !== undefined && sectionOf(evaluation, address) === section ? [{ address, label }] : [],
  )
