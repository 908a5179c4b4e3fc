'use client'
import { useState } from 'react'
import { AnswerNotice } from '@/components/forms/answer-notice'
import { ConflictChoice } from '@/components/forms/conflict-choice'
import { DrawnForField } from '@/components/forms/drawn-for'
import { type FormAction, useSending } from '@/components/forms/sending'
import { Button } from '@/components/ui/button'
import { Field, fieldProps, TextArea, TextInput } from '@/components/ui/field'
import { columnIn } from '@/lib/domain/cells/addresses'
import type { reviewScoreForm } from '@/lib/forms/review'
import type { CellConflict } from '@/lib/forms/state/cell-conflict'
import { fieldsOf } from '@/lib/forms/state/fields'
import { type FormState, idle, typedValue } from '@/lib/forms/state/form-state'

const reviewScoreField = fieldsOf<typeof reviewScoreForm>()

/** The review cells of an indicator: their texts, and the revisions that the reader has before them. */
export type ReviewScoreCells = { row: string; score: string; scoreSeen: number; grounds: string; groundsSeen: number }

type Props = { evaluationId: string; name: string; cells: ReviewScoreCells; save: FormAction | null }

/** 复核分 and its grounds beside the self-score; a form for who may give it now, plain text for everybody else. */
export function ReviewScoreForm({ evaluationId, name, cells, save }: Props) {
  if (save !== null) return <ScoreForm evaluationId={evaluationId} name={name} cells={cells} save={save} />
  if (cells.score === '') return null
  return (
    <p className="mt-2 border-l-4 border-action bg-action-soft px-3 py-2 text-sm">
      复核分 <strong>{cells.score}</strong> 分{cells.grounds === '' ? '' : `：${cells.grounds}`}
    </p>
  )
}

function ScoreForm({ evaluationId, name, cells, save }: Props & { save: FormAction }) {
  const { state, pending, form } = useSending(save)
  // The answer that is done with, because the other person's values were taken.
  const [settled, setSettled] = useState<FormState>(idle)
  const { row, score, scoreSeen, grounds, groundsSeen } = cells
  const scoreId = `review-score-${row}`
  const groundsId = `review-grounds-${row}`
  const open = state.status === 'saved' || state === settled ? idle : state
  const drawn = state === settled ? 'theirs' : ''
  return (
    <details className="mt-2" open={score !== '' || state.status !== 'idle'}>
      <summary className="w-fit cursor-pointer text-sm text-action underline underline-offset-2">
        {score === '' ? '另给复核分' : '复核分'}
      </summary>
      <form
        {...form}
        tabIndex={-1}
        className="mt-2 grid max-w-3xl gap-3 sm:grid-cols-[8rem_minmax(0,1fr)_auto] sm:items-end"
        aria-label={`复核分：${name}`}
      >
        <DrawnForField />
        <input type="hidden" name={reviewScoreField('evaluationId')} value={evaluationId} />
        <input type="hidden" name={reviewScoreField('indicator')} value={row} />
        <input type="hidden" name={reviewScoreField('scoreSeen')} value={scoreSeen} />
        <input type="hidden" name={reviewScoreField('groundsSeen')} value={groundsSeen} />
        <Field id={scoreId} label="复核分（分）" error={open.fields.score}>
          <TextInput
            {...fieldProps(scoreId, undefined, open.fields.score)}
            key={`${scoreSeen}-${score}-${drawn}`}
            name={reviewScoreField('score')}
            inputMode="decimal"
            autoComplete="off"
            className="text-right"
            defaultValue={typedValue(open, 'score', score)}
          />
        </Field>
        <Field id={groundsId} label="复核依据" error={open.fields.grounds}>
          <TextArea
            {...fieldProps(groundsId, undefined, open.fields.grounds)}
            key={`${groundsSeen}-${grounds}-${drawn}`}
            name={reviewScoreField('grounds')}
            rows={1}
            defaultValue={typedValue(open, 'grounds', grounds)}
          />
        </Field>
        <Button type="submit" inactive={pending}>
          {pending ? '保存中…' : '保存复核分'}
        </Button>
        <div className="grid gap-2 sm:col-span-3">
          {state === settled ? null : <AnswerNotice state={state} />}
          <ScoreConflict
            state={open}
            keepMine={() => {
              form.ref.current?.requestSubmit()
              form.ref.current?.focus()
            }}
            takeTheirs={() => {
              setSettled(state)
              form.ref.current?.focus()
            }}
          />
        </div>
      </form>
    </details>
  )
}

/** Both values of whatever somebody else changed: 复核分 and its grounds belong together, so the choice is one. */
function ScoreConflict({ state, keepMine, takeTheirs }: { state: FormState; keepMine: () => void; takeTheirs: () => void }) {
  const [first] = state.conflicts
  if (first === undefined) return null
  const said = (textOf: (conflict: CellConflict) => string | null) =>
    state.conflicts
      .map(
        (conflict) =>
          `${columnIn('indicators', conflict.address) === 'reviewScore' ? '复核分' : '复核依据'} ${textOf(conflict) || '（空）'}`,
      )
      .join('\n')
  return (
    <ConflictChoice
      theirs={said(({ current }) => current)}
      mine={said(({ typed }) => typed)}
      byName={first.byName}
      own={first.own}
      at={first.at}
      keepMine={keepMine}
      takeTheirs={takeTheirs}
    />
  )
}
