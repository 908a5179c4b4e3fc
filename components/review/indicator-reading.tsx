'use client'
import { ScoreExplanationPanel } from '@/components/evaluation/scores/score-explanation'
import { EvidenceHere } from '@/components/evidence/evidence-files'
import type { EvidenceGroup } from '@/components/evidence/shown-evidence'
import type { FormAction } from '@/components/forms/sending'
import { Tag } from '@/components/ui/tag'
import type { ReviewNote } from '@/lib/domain/review/notes'
import { columnLabels } from '@/lib/messages/column-labels'
import { NOT_FILLED } from '@/lib/messages/form-labels'
import type { ScoreExplanationText } from '@/lib/messages/score-explanation'
import { NoteButton } from './draft-note'
import { NotesAt, Unfilled } from './reading-section'
import { type ReviewScoreCells, ReviewScoreForm } from './review-score-form'

/** An indicator as it is read for review; texts are as typed, scores as said. */
export type ReadIndicator = {
  id: string
  place: string
  name: string
  task: string | null
  target: string
  actual: string
  maxScore: string | null
  score: string | null
  lost: boolean
  deviationReason: string
  nature: string
  standard: string
  sampleSize: string
  satisfied: string
  changeReason: string
  selfScoreGrounds: string
  /** Its cells are named by where this page reads them. */
  explanation: ScoreExplanationText
  evidence: EvidenceGroup | null
  review: ReviewScoreCells
}

type Props = {
  evaluationId: string
  indicators: readonly ReadIndicator[]
  notes: readonly ReviewNote[]
  /** How the reader saves review scores; null where they may not give any now. */
  saveScore: FormAction | null
}

/** Cells that only some forms have. */
const FURTHER = ['nature', 'sampleSize', 'satisfied', 'standard'] as const

/** Where a cell is read on this page. */
const hrefOf = (at: string): string => `#${at}`

/** Every indicator with target, actual value, score and its explanation; readable at phone width, so a list and no table. */
export function IndicatorReading({ evaluationId, indicators, notes, saveScore }: Props) {
  if (indicators.length === 0) return <Unfilled />
  return (
    <ol className="grid gap-4">
      {indicators.map((row, index) => {
        const address = `indicators/${row.id}`
        return (
          <li key={row.id} id={address} className="scroll-mt-24 border-b border-line pb-4 last:border-0 last:pb-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="font-medium">
                {index + 1}. {row.name || NOT_FILLED}
              </h3>
              <p className="tabular-nums">
                {row.review.score === '' ? null : '自评 '}
                <strong>{row.score ?? '未计分'}</strong> / {row.maxScore ?? NOT_FILLED} 分{' '}
                {row.review.score === '' ? null : (
                  <>
                    · 复核 <strong>{row.review.score}</strong> 分{' '}
                  </>
                )}
                {row.lost ? <Tag tone="warning">失分</Tag> : null}
              </p>
            </div>
            <p className="text-sm text-muted">
              {row.place}
              {row.task === null ? '' : ` · ${row.task}`}
            </p>
            <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
              <Cell at={`${address}/target`} label="年度指标值" text={row.target} name={row.name} notes={notes} />
              <Cell at={`${address}/actual`} label="实际完成值" text={row.actual} name={row.name} notes={notes} />
              {FURTHER.map((column) =>
                row[column] === '' ? null : (
                  <Cell
                    key={column}
                    at={`${address}/${column}`}
                    label={columnLabels.indicators[column]}
                    text={row[column]}
                    name={row.name}
                    notes={notes}
                  />
                ),
              )}
              {row.deviationReason !== '' || row.lost ? (
                <Cell
                  at={`${address}/deviationReason`}
                  label="偏差原因及改进措施"
                  text={row.deviationReason}
                  name={row.name}
                  notes={notes}
                />
              ) : null}
              {row.changeReason === '' ? null : (
                <Cell at={`${address}/changeReason`} label="调整理由" text={row.changeReason} name={row.name} notes={notes} />
              )}
              {row.selfScoreGrounds === '' ? null : (
                <Cell at={`${address}/selfScoreGrounds`} label="自评依据" text={row.selfScoreGrounds} name={row.name} notes={notes} />
              )}
            </dl>
            <NotesAt at={address} notes={notes} />
            <div className="mt-2">
              <ScoreExplanationPanel explanation={row.explanation} label="计分说明" hrefOf={hrefOf} />
            </div>
            <EvidenceHere group={row.evidence} />
            <ReviewScoreForm evaluationId={evaluationId} name={row.name} cells={row.review} save={saveScore} />
          </li>
        )
      })}
    </ol>
  )
}

function Cell({ at, label, text, name, notes }: { at: string; label: string; text: string; name: string; notes: readonly ReviewNote[] }) {
  return (
    <div id={at} className="scroll-mt-24">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="whitespace-pre-line">
        {text === '' ? <span className="text-muted">{NOT_FILLED}</span> : text} <NoteButton at={at} label={`${name} · ${label}`} />
        <NotesAt at={at} notes={notes} />
      </dd>
    </div>
  )
}
