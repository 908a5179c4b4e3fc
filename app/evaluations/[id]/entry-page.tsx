import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { CellMarks } from '@/components/evaluation/cells/cell-marks'
import { PreviewButton } from '@/components/evaluation/preview/preview-button'
import { PreviewFrame } from '@/components/evaluation/preview/preview-frame'
import { CellForm } from '@/components/evaluation/saving/cell-form'
import { classNames } from '@/components/ui/class-names'
import { HelpLink } from '@/components/ui/help-link'
import { Notice } from '@/components/ui/notice'
import { columnIn } from '@/lib/domain/cells/addresses'
import { nextIncomplete } from '@/lib/domain/checks/progress'
import { type EntrySection, sectionOf, sectionsOf } from '@/lib/domain/evaluation/sections'
import { packCells } from '@/lib/forms/saving/pack-cells'
import { sectionLabel } from '@/lib/messages/section-labels'
import { keepReviewDraft, moveTypedRow, removeTypedRows, replyToReviewNote, saveTyped, settleReviewNote } from './actions'
import { CarriedNotice, CarryOffer } from './carried-notice'
import { type Entry, formOf } from './entry'
import { FindingsBeside } from './findings-beside'
import { ChangesSinceReturn } from './loaded-when-needed'
import { openPlaces } from './open-places'

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
  const { id, kind } = entry.evaluation
  if (!sectionsOf(entry.evaluation).includes(section)) notFound()
  const form = await formOf(entry, section, also)
  const next = nextIncomplete(entry.progress, section) ?? 'check'
  const changed = changedCells(form.cells, entry.evaluation, section)
  const beside = entry.asked && entry.open.length > 0
  return (
    <PreviewFrame evaluation={`/evaluations/${id}`} section={section} revision={entry.evaluation.revision}>
      <div className={classNames('flex flex-wrap items-baseline justify-between gap-3', WIDE.has(section) ? 'mb-1' : 'mb-4')}>
        <h1 className="text-2xl font-semibold">{sectionLabel(section, kind)}</h1>
        <div className="flex flex-wrap items-baseline gap-x-2">
          <CarryOffer entry={entry} section={section} />
          <PreviewButton />
          <HelpLink href={`/help/${section}`} />
        </div>
      </div>
      {description ? <Description folded={WIDE.has(section)}>{description}</Description> : null}
      {entry.locked ? <Notice className="mb-4" title={`本页只读：${entry.locked}`} /> : null}
      <CarriedNotice entry={entry} section={section} />
      <div
        className={classNames(
          'flex grow flex-col gap-4',
          beside && !WIDE.has(section) && 'roomy:grid roomy:grid-cols-[minmax(0,1fr)_22rem] roomy:gap-8',
        )}
      >
        {/* Before the form where it stands above it, so that nobody has to pass the form to come to it */}
        <div
          className={classNames(
            'empty:hidden',
            !WIDE.has(section) && 'roomy:sticky roomy:top-14 roomy:col-start-2 roomy:row-start-1 roomy:self-start',
          )}
        >
          {beside ? <FindingsBeside entry={entry} section={section} /> : null}
        </div>
        <div className="flex min-w-0 grow flex-col">
          <CellForm
            {...form}
            cells={packCells(form.cells)}
            evaluation={`/evaluations/${id}`}
            revision={entry.evaluation.revision}
            readOnly={!entry.mayEnter}
            open={openPlaces(entry, section)}
            next={{ href: `/evaluations/${id}/${next}`, label: sectionLabel(next, kind) }}
            save={saveTyped.bind(null, id)}
            rows={{ remove: removeTypedRows.bind(null, id), move: moveTypedRow.bind(null, id) }}
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
    </PreviewFrame>
  )
}

/** What the form asks for; folded where the form needs the height of the page. */
const Description = ({ folded, children }: { folded: boolean; children: ReactNode }) =>
  folded ? (
    <details className="mb-2 max-w-3xl text-sm text-muted">
      <summary className="min-h-6 cursor-pointer">填写要点</summary>
      {children}
    </details>
  ) : (
    <p className="mb-4 max-w-3xl text-sm text-muted">{children}</p>
  )

/** The cells of this form, and not of those that it only computes with, that were changed since the return. */
const changedCells = (cells: Awaited<ReturnType<typeof formOf>>['cells'], evaluation: Entry['evaluation'], section: EntrySection) =>
  Object.entries(cells).flatMap(([address, { label, submitted }]) =>
    // From what a text was made is seen at the text
    submitted !== undefined && columnIn('narrative', address) !== 'basis' && sectionOf(evaluation, address) === section
      ? [{ address, label }]
      : [],
  )
