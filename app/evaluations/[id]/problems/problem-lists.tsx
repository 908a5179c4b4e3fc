'use client'
import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { CellTies } from '@/components/evaluation/cells/cell-ties'
import { AddRowButton, RowButtons } from '@/components/evaluation/rows/row-buttons'
import { useRowKeys } from '@/components/evaluation/rows/use-row-keys'
import { useIdsIn, useRows } from '@/components/evaluation/rows/use-rows'
import { measureName } from '@/lib/messages/cell-texts'

const PROBLEMS = { list: 'problems' } as const
const MEASURES = { list: 'measures' } as const

type Props = { ids: readonly string[]; measures: readonly string[] }

/** 存在的主要问题, each with the measures that answer it. */
export function ProblemList({ ids, measures }: Props) {
  const problems = useRows(PROBLEMS, ids)
  const keys = useRowKeys((id) => `problems/${id}/text`)
  return (
    <div>
      {problems.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-5">
        {problems.map((row, index) => (
          <li key={row.id} onKeyDown={keys(row)} className="grid gap-2 border-b border-line pb-4 last:border-0">
            <CellInput address={`problems/${row.id}/text`} label={`问题 ${index + 1}`} input={{ kind: 'text', rows: 3 }} />
            <Ties problem={row.id} place={index + 1} measures={measures} />
            <RowButtons name={`问题 ${index + 1}`} row={row} cells={[`problems/${row.id}/text`, `problems/${row.id}/measures`]} />
          </li>
        ))}
      </ol>
      <AddRowButton label="添加问题" place={PROBLEMS} focus={(id) => `problems/${id}/text`} />
    </div>
  )
}

/** 由哪些措施解决: the tie is one cell, the ids of the measures; they are called as they are typed at this moment. */
function Ties({ problem, place, measures }: { problem: string; place: number; measures: readonly string[] }) {
  const ids = useIdsIn(MEASURES, measures)
  const { say } = useCellForm()
  const said = (address: string, text: string) => (text === '' ? '' : say(address, text))
  // As one text, so that other cells are of no concern
  const texts = JSON.parse(
    useFormState((store) => JSON.stringify(ids.map((id) => `measures/${id}/text`).map((at) => said(at, store.value(at))))),
  ) as string[]
  return (
    <CellTies
      address={`problems/${problem}/measures`}
      label={`问题 ${place} 对应的改进措施`}
      options={ids.map((id, index) => ({ value: id, label: measureName(index, texts[index] ?? '') }))}
      none="请先在下方添加改进措施。"
    />
  )
}

/** 下一步改进措施. */
export function MeasureList({ ids }: Pick<Props, 'ids'>) {
  const measures = useRows(MEASURES, ids)
  const keys = useRowKeys((id) => `measures/${id}/text`)
  return (
    <div>
      {measures.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-5">
        {measures.map((row, index) => (
          <li key={row.id} onKeyDown={keys(row)} className="grid gap-2">
            <CellInput address={`measures/${row.id}/text`} label={`措施 ${index + 1}`} input={{ kind: 'text', rows: 3 }} />
            <RowButtons name={`措施 ${index + 1}`} row={row} cells={[`measures/${row.id}/text`]} />
          </li>
        ))}
      </ol>
      <AddRowButton label="添加改进措施" place={MEASURES} focus={(id) => `measures/${id}/text`} />
    </div>
  )
}
