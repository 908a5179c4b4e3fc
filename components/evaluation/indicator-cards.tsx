'use client'
import { useDeferredValue, useMemo } from 'react'
import { Section } from '@/components/ui/page'
import { Tag } from '@/components/ui/tag'
import type { Evaluation } from '@/lib/domain/evaluation'
import { explainScore } from '@/lib/domain/explanation'
import type { Points } from '@/lib/domain/quantities'
import { type EvaluationScore, scoreEvaluation } from '@/lib/domain/scoring'
import { type EvaluationFrame, evaluationAsTyped } from '@/lib/forms/live-evaluation'
import { score as sayScore } from '@/lib/messages/numbers'
import { sayExplanation } from '@/lib/messages/score-explanation'
import { neighbours, type RowActions } from './block-list'
import { useCellForm } from './cell-form'
import { CellInput } from './cell-input'
import { LiveScore } from './live-score'
import { AddRowButton, RowButtons } from './row-buttons'
import { ScoreExplanationPanel } from './score-explanation'

type Row = { id: string; fixed: boolean; approvedTarget: string | null }
type Choice = { value: string; label: string }
type Props = {
  frame: EvaluationFrame
  rows: readonly Row[]
  tasks: readonly Choice[]
  dimensions: readonly { name: string; groups: readonly string[] }[]
  actions: RowActions
  add: () => Promise<{ ok: true; id?: string } | { ok: false; message: string }>
}

/** 指标与得分: one card an indicator, with its score and where it comes from as one types. */
export function IndicatorCards({ frame, rows, tasks, dimensions, actions, add }: Props) {
  const texts = useDeferredValue(useCellForm().texts)
  const evaluation = useMemo(() => evaluationAsTyped(frame, texts), [frame, texts])
  const score = useMemo(() => scoreEvaluation(evaluation), [evaluation])
  const ids = rows.map(({ id }) => id)
  return (
    <>
      <LiveScore frame={frame} show="all" />
      <datalist id="groups">
        {[...new Set(dimensions.flatMap(({ groups }) => groups))].map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
      {rows.length === 0 ? (
        <Section>
          <p className="text-sm text-muted">尚未添加指标。</p>
        </Section>
      ) : null}
      {rows.map((row, index) => {
        const { up, down } = neighbours(ids, index)
        return (
          <IndicatorCard
            key={row.id}
            row={row}
            place={index + 1}
            evaluation={evaluation}
            score={score}
            tasks={tasks}
            dimensions={dimensions.map(({ name }) => name)}
            up={up === undefined ? null : () => actions.move('indicators', row.id, up)}
            down={down === undefined ? null : () => actions.move('indicators', row.id, down)}
            remove={row.fixed ? null : (seen) => actions.remove('indicators', row.id, seen)}
          />
        )
      })}
      <AddRowButton label="添加指标" add={add} focus={(id) => `indicators/${id}/name`} />
    </>
  )
}

const COLUMNS = [
  'dimension',
  'group',
  'name',
  'task',
  'unit',
  'target',
  'actual',
  'maxScore',
  'changeReason',
  'deviationReason',
  'selfScore',
  'selfScoreGrounds',
  'reviewScore',
  'reviewGrounds',
]

type CardProps = Pick<Props, 'tasks'> & {
  row: Row
  place: number
  evaluation: Evaluation
  score: EvaluationScore
  dimensions: readonly string[]
  up: Parameters<typeof RowButtons>[0]['up']
  down: Parameters<typeof RowButtons>[0]['down']
  remove: Parameters<typeof RowButtons>[0]['remove']
}

function IndicatorCard({ row, place, evaluation, score, tasks, dimensions, up, down, remove }: CardProps) {
  const form = useCellForm()
  const at = (column: string) => `indicators/${row.id}/${column}`
  const typed = (column: string) => form.textOf(at(column))
  const result = score.indicators.find(({ id }) => id === row.id)
  const byPerson = result?.comparison.outcome === 'judgement' || typed('selfScore') !== '' || typed('selfScoreGrounds') !== ''
  const changed = row.approvedTarget !== null && (row.approvedTarget !== typed('target') || typed('changeReason') !== '')
  const dimension = typed('dimension')
  const options = dimension === '' || dimensions.includes(dimension) ? dimensions : [...dimensions, dimension]
  return (
    <Section id={`indicators/${row.id}`} className="scroll-mt-4">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold">
          {place}. {typed('name') || '未命名指标'} {row.fixed ? <Tag>方案指标</Tag> : null}
        </h2>
        <RowButtons name={`指标 ${place}`} cells={COLUMNS.map(at)} up={up} down={down} remove={remove} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <CellInput
          address={at('dimension')}
          label="一级指标"
          readOnly={row.fixed}
          required
          input={{ kind: 'choice', options: [{ value: '', label: '请选择' }, ...options.map((name) => ({ value: name, label: name }))] }}
        />
        <CellInput address={at('group')} label="二级指标" readOnly={row.fixed} list="groups" />
        <CellInput address={at('name')} label="三级指标名称" readOnly={row.fixed} required />
        <CellInput
          address={at('task')}
          label="所属重点工作任务"
          input={{ kind: 'choice', options: [{ value: '', label: '不对应具体任务' }, ...tasks] }}
        />
        <CellInput address={at('target')} label="年度指标值" readOnly={row.fixed} placeholder="如 ≥80%" required />
        <CellInput address={at('actual')} label="实际完成值" placeholder="如 85%" required />
        <CellInput address={at('unit')} label="计量单位" readOnly={row.fixed} hint="指标值已带单位的可不填" />
        <CellInput address={at('maxScore')} label="分值" readOnly={row.fixed} input={{ kind: 'figure' }} required />
      </div>
      {changed ? (
        <div className="mt-4 grid gap-1">
          <p className="text-sm text-muted">批复的年度指标值：{row.approvedTarget}</p>
          <CellInput address={at('changeReason')} label="调整理由（指标值或分值与批复不同）" input={{ kind: 'text', rows: 2 }} required />
        </div>
      ) : null}
      {byPerson ? (
        <div className="mt-4 grid gap-4 sm:grid-cols-[10rem_1fr]">
          <CellInput address={at('selfScore')} label="自评分" input={{ kind: 'figure' }} />
          <CellInput address={at('selfScoreGrounds')} label="自评依据" input={{ kind: 'text', rows: 2 }} />
        </div>
      ) : null}
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <CellInput
          address={at('deviationReason')}
          label="偏差原因及改进措施"
          input={{ kind: 'text', rows: 2 }}
          hint="得分低于分值、或明显超额完成时填写。"
        />
        <ScoreBox evaluation={evaluation} score={score} id={row.id} points={result?.score ?? null} />
      </div>
    </Section>
  )
}

/** 得分 as typed, opening into where it comes from. */
function ScoreBox({
  evaluation,
  score,
  id,
  points,
}: {
  evaluation: Evaluation
  score: EvaluationScore
  id: string
  points: Points | null
}) {
  const explanation = explainScore(evaluation, score, { kind: 'indicator', id })
  return (
    <div className="rounded bg-sunken p-3">
      <p className="text-sm text-muted">得分（试算）</p>
      <p className="text-xl font-semibold tabular-nums">{points === null ? '—' : sayScore(points)}</p>
      {explanation === null ? null : <ScoreExplanationPanel explanation={sayExplanation(explanation)} label="计分说明" />}
    </div>
  )
}
