'use client'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, fieldProps, TextArea, TextInput } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { type FormState, idle, typedValue } from '@/lib/forms/form-state'
import { formatTime } from '@/lib/messages/dates'

export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>

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
  const [state, action, pending] = useActionState(save, idle)
  const { row, score, scoreSeen, grounds, groundsSeen } = cells
  const scoreId = `review-score-${row}`
  const groundsId = `review-grounds-${row}`
  const refusedState = state.status === 'refused' || state.status === 'conflicting' ? state : idle
  return (
    <details className="mt-2" open={score !== '' || state.status !== 'idle'}>
      <summary className="w-fit cursor-pointer text-sm text-action underline underline-offset-2">
        {score === '' ? '另给复核分' : '复核分'}
      </summary>
      <form
        action={action}
        className="mt-2 grid max-w-3xl gap-3 sm:grid-cols-[8rem_minmax(0,1fr)_auto] sm:items-end"
        aria-label={`复核分：${name}`}
      >
        <input type="hidden" name="evaluationId" value={evaluationId} />
        <input type="hidden" name="indicator" value={row} />
        <input type="hidden" name="scoreSeen" value={scoreSeen} />
        <input type="hidden" name="groundsSeen" value={groundsSeen} />
        <Field id={scoreId} label="复核分（分）" error={refusedState.fields.score}>
          <TextInput
            {...fieldProps(scoreId, undefined, refusedState.fields.score)}
            key={`${scoreSeen}-${score}`}
            name="score"
            inputMode="decimal"
            autoComplete="off"
            className="text-right"
            defaultValue={typedValue(refusedState, 'score', score)}
          />
        </Field>
        <Field id={groundsId} label="复核依据" error={refusedState.fields.grounds}>
          <TextArea
            {...fieldProps(groundsId, undefined, refusedState.fields.grounds)}
            key={`${groundsSeen}-${grounds}`}
            name="grounds"
            rows={1}
            defaultValue={typedValue(refusedState, 'grounds', grounds)}
          />
        </Field>
        <Button type="submit" disabled={pending}>
          {pending ? '保存中…' : '保存复核分'}
        </Button>
        <div className="sm:col-span-3">
          <SaveState state={state} />
        </div>
      </form>
    </details>
  )
}

function SaveState({ state }: { state: FormState }) {
  if (state.status === 'idle') return null
  if (state.status === 'saved') return <Notice tone="success" title="已保存。" live />
  return (
    <Notice tone={state.status === 'conflicting' ? 'warning' : 'error'} title={state.message} live>
      {state.conflicts.length > 0 && (
        <ul className="list-disc pl-5">
          {state.conflicts.map(({ address, typed, current, byName, at }) => (
            <li key={address}>
              您填写“{typed}”；{byName === '' ? '' : `${byName} 于 ${at === '' ? '' : formatTime(at)} `}已改为“{current}
              ”。刷新页面后可在新值基础上修改。
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
