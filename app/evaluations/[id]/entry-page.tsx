import type { ReactNode } from 'react'
import { CellForm } from '@/components/evaluation/cell-form'
import { CellMarks } from '@/components/evaluation/cell-marks'
import { HelpLink } from '@/components/ui/help-link'
import { Notice } from '@/components/ui/notice'
import { nextIncomplete } from '@/lib/domain/checks/progress'
import type { EntrySection } from '@/lib/domain/evaluation/sections'
import { sectionLabels } from '@/lib/messages/labels'
import { keepReviewDraft, removeTypedRow, replyToReviewNote, saveTyped, settleReviewNote } from './actions'
import { CarriedNotice } from './carried-notice'
import { type Entry, formOf } from './entry'

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
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-2xl font-semibold">{sectionLabels[section]}</h1>
        <HelpLink href={`/help/${section}`} />
      </div>
      {description ? <p className="mb-4 max-w-3xl text-sm text-muted">{description}</p> : null}
      {entry.locked ? <Notice className="mb-4" title={`本页只读：${entry.locked}`} /> : null}
      <CarriedNotice entry={entry} section={section} />
      <CellForm
        {...form}
        evaluation={`/evaluations/${id}`}
        readOnly={!entry.mayEnter}
        next={{ href: `/evaluations/${id}/${next}`, label: sectionLabels[next] }}
        save={saveTyped.bind(null, id)}
        remove={removeTypedRow.bind(null, id)}
        noteActions={{
          settle: settleReviewNote.bind(null, id),
          reply: replyToReviewNote.bind(null, id),
          keep: keepReviewDraft.bind(null, id),
        }}
      >
        <div className="mb-4 empty:hidden">
          <CellMarks address={section} />
        </div>
        {children}
      </CellForm>
    </>
  )
}
