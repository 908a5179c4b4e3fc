'use client'
import type { ReactNode } from 'react'
import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { CellTies } from '@/components/evaluation/cells/cell-ties'
import { MarksWhereSeveral, RowNumber, SplitWhereSeveral, useCountedPlace, useLeadsIn } from '@/components/evaluation/rows/marked-rows'
import { AddRowButton, RowButtons } from '@/components/evaluation/rows/row-buttons'
import { useRowKeys } from '@/components/evaluation/rows/use-row-keys'
import { type FormRow, useIdsIn, useRows } from '@/components/evaluation/rows/use-rows'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { isLeadIn } from '@/lib/domain/cells/lead-in'
import { LEAD_IN } from '@/lib/messages/form-labels'
import { measureName } from '@/lib/messages/measure-name'

const PROBLEMS = { list: 'problems' } as const
const MEASURES = { list: 'measures' } as const

type Props = { ids: readonly string[]; measures: readonly string[] }

/** 存在的主要问题, each with the measures that answer it. */
export const ProblemList = ({ ids, measures }: Props) => (
  <Stated
    place={PROBLEMS}
    ids={ids}
    noun="问题"
    called="问题"
    cellsOf={(id) => [`problems/${id}/text`, `problems/${id}/measures`]}
    beside={(id, all) => <Ties problem={id} problems={all} measures={measures} />}
  />
)

/** 下一步改进措施. */
export const MeasureList = ({ ids }: Pick<Props, 'ids'>) => (
  <Stated place={MEASURES} ids={ids} noun="措施" called="改进措施" cellsOf={(id) => [`measures/${id}/text`]} />
)

type StatedProps = {
  place: typeof PROBLEMS | typeof MEASURES
  ids: readonly string[]
  /** What one row is called, and what the list consists of. */
  noun: string
  called: string
  cellsOf: (id: string) => AddressText[]
  /** What is filled in of a row beside its text. */
  beside?: (id: string, ids: readonly string[]) => ReactNode
}

/** The rows of a list that say one thing each. */
function Stated({ place, ids, noun, called, cellsOf, beside }: StatedProps) {
  const rows = useRows(place, ids)
  const inOrder = rows.map(({ id }) => id)
  const textOf = (id: string): AddressText => `${place.list}/${id}/text`
  const keys = useRowKeys(textOf)
  return (
    <div>
      {rows.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-5">
        {rows.map((row, index) => (
          <li key={row.id} onKeyDown={keys(row)} className="grid gap-2 border-b border-line pb-4 last:border-0">
            <Said row={row} index={index} ids={inOrder} place={place} noun={noun} />
            {beside?.(row.id, inOrder)}
            <Buttons row={row} index={index} ids={inOrder} place={place} noun={noun} cells={cellsOf(row.id)} />
          </li>
        ))}
      </ol>
      <AddRowButton label={`添加${called}`} place={place} last={inOrder.at(-1)} focus={textOf} />
      <MarksWhereSeveral ids={inOrder} row={place} counted="项" noun={called} />
    </div>
  )
}

type SaidProps = { row: FormRow; index: number; ids: readonly string[]; place: typeof PROBLEMS | typeof MEASURES; noun: string }

/** The text of a problem or a measure, with the number that it is printed with where one was chosen. */
function Said({ row, index, ids, place, noun }: SaidProps) {
  const at = `${place.list}/${row.id}` as const
  const leadsIn = useLeadsIn(at)
  const counted = useCountedPlace(place.list, ids, index)
  return (
    <div className="grid gap-1 sm:grid-cols-[1fr_fit-content(4rem)] sm:gap-3">
      <div>
        <CellInput
          address={`${at}/text`}
          label={leadsIn ? LEAD_IN : `${noun} ${counted}`}
          input={{ kind: 'text', rows: leadsIn ? 1 : 3 }}
        />
        <SplitWhereSeveral id={row.id} row={place} counted="项" noun={noun} />
      </div>
      <span className="text-muted empty:hidden">
        <RowNumber ids={ids} index={index} row={place} otherwise="" />
      </span>
    </div>
  )
}

/** The row's buttons, called as the row is. */
function Buttons({ row, index, ids, place, noun, cells }: SaidProps & { cells: AddressText[] }) {
  const leadsIn = useLeadsIn(`${place.list}/${row.id}`)
  const counted = useCountedPlace(place.list, ids, index)
  return <RowButtons name={leadsIn ? LEAD_IN : `${noun} ${counted}`} row={row} cells={cells} />
}

/** 由哪些措施解决: the tie is one cell, the ids of the measures; they are called as they are typed at this moment. */
function Ties({ problem, problems, measures }: { problem: string; problems: readonly string[]; measures: readonly string[] }) {
  const ids = useIdsIn(MEASURES, measures)
  const { say } = useCellForm()
  const leadsIn = useLeadsIn(`problems/${problem}`)
  const place = useCountedPlace('problems', problems, problems.indexOf(problem))
  const said = (address: string, text: string) => (text === '' ? '' : say(address, text))
  // As one text, so that other cells are of no concern
  const options = JSON.parse(
    useFormState((store) => {
      const texts = ids.map((id) => ({ id, text: store.value(`measures/${id}/text`) }))
      const stating = texts.filter(({ id, text }) => store.value(`measures/${id}/mark`) !== '无' || !isLeadIn(text))
      return JSON.stringify(
        stating.map(({ id, text }, index) => ({ value: id, label: measureName(index + 1, said(`measures/${id}/text`, text)) })),
      )
    }),
  ) as { value: string; label: string }[]
  return leadsIn ? null : (
    <CellTies
      address={`problems/${problem}/measures`}
      label={`问题 ${place} 对应的改进措施`}
      options={options}
      none="请先在下方添加改进措施。"
    />
  )
}
