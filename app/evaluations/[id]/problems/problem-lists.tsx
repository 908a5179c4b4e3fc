'use client'
import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { CellTies } from '@/components/evaluation/cells/cell-ties'
import { leadsIn, MarksWhereSeveral, RowNumber, SplitWhereSeveral, useRowName } from '@/components/evaluation/rows/marked-rows'
import { AddRowButton, RowButtons } from '@/components/evaluation/rows/row-buttons'
import { useRowKeys } from '@/components/evaluation/rows/use-row-keys'
import { type FormRow, useIdsIn, useRows } from '@/components/evaluation/rows/use-rows'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { LEAD_IN } from '@/lib/messages/form-labels'
import { measureName } from '@/lib/messages/measure-name'

const PROBLEMS = { list: 'problems' } as const
const MEASURES = { list: 'measures' } as const

type Props = { ids: readonly string[]; measures: readonly string[] }

/** 存在的主要问题, each with the measures that answer it. */
export const ProblemList = (props: Props) => <Stated place={PROBLEMS} noun="问题" called="问题" {...props} />

/** 下一步改进措施. */
export const MeasureList = (props: Pick<Props, 'ids'>) => <Stated place={MEASURES} noun="措施" called="改进措施" {...props} />

type Stated = {
  place: typeof PROBLEMS | typeof MEASURES
  ids: readonly string[]
  /** What one row is called. */
  noun: string
  /** Those that may answer a row; absent where none has to. */
  measures?: readonly string[]
}

/** The rows of a list that say one thing each. `called`: what it consists of. */
function Stated({ called, ...list }: Stated & { called: string }) {
  const { place } = list
  const rows = useRows(place, list.ids)
  const ids = rows.map(({ id }) => id)
  const textOf = (id: string): AddressText => `${place.list}/${id}/text`
  const keys = useRowKeys(textOf)
  return (
    <div>
      {rows.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-5">
        {rows.map((row, index) => (
          <li key={row.id} onKeyDown={keys(row)} className="grid gap-2 border-b border-line pb-4 last:border-0">
            <Row {...list} row={row} index={index} ids={ids} />
          </li>
        ))}
      </ol>
      <AddRowButton label={`添加${called}`} place={place} last={ids.at(-1)} focus={textOf} />
      <MarksWhereSeveral ids={ids} row={place} counted="项" noun={called} />
    </div>
  )
}

/** A problem or a measure, with the number that it is printed with where one was chosen. */
function Row({ row, index, ids, place, noun, measures }: Stated & { row: FormRow; index: number }) {
  const at = `${place.list}/${row.id}` as const
  const name = useRowName(noun, place.list, ids, index)
  const ties = `problems/${row.id}/measures` as const
  return (
    <>
      <div className="grid gap-1 sm:grid-cols-[1fr_fit-content(4rem)] sm:gap-3">
        <div>
          <CellInput address={`${at}/text`} label={name} input={{ kind: 'text', rows: name === LEAD_IN ? 1 : 3 }} />
          <SplitWhereSeveral id={row.id} row={place} counted="项" noun={noun} />
        </div>
        <span className="text-muted empty:hidden">
          <RowNumber ids={ids} index={index} row={place} otherwise="" />
        </span>
      </div>
      {measures === undefined || name === LEAD_IN ? null : <Ties at={ties} name={name} measures={measures} />}
      <RowButtons name={name} row={row} cells={measures === undefined ? [`${at}/text`] : [`${at}/text`, ties]} />
    </>
  )
}

/** 由哪些措施解决: the tie is one cell, the ids of the measures; they are called as they are typed at this moment. */
function Ties({ at, name, measures }: { at: `problems/${string}/measures`; name: string; measures: readonly string[] }) {
  const ids = useIdsIn(MEASURES, measures)
  const { say } = useCellForm()
  // As one text, so that other cells are of no concern
  const options = JSON.parse(
    useFormState((store) => {
      const said = (address: string) => (store.value(address) === '' ? '' : say(address, store.value(address)))
      const stating = ids.filter((id) => !leadsIn(store, 'measures', id))
      return JSON.stringify(stating.map((id, index) => ({ value: id, label: measureName(index + 1, said(`measures/${id}/text`)) })))
    }),
  ) as { value: string; label: string }[]
  return <CellTies address={at} label={`${name} 对应的改进措施`} options={options} none="请先在下方添加改进措施。" />
}
