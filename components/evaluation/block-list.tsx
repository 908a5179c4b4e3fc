'use client'
import { useCellForm } from './cell-form'
import { CellInput } from './cell-input'
import { AddRowButton, RowButtons } from './row-buttons'

type Answer = { ok: true; id?: string } | { ok: false; message: string }
export type RowActions = {
  move: (list: string, row: string, after: string | null) => Promise<Answer>
  remove: (list: string, row: string, seen: Readonly<Record<string, number>>) => Promise<Answer>
}

/** Where the row goes when it moves up or down by one; undefined where it cannot. */
export function neighbours(ids: readonly string[], index: number): { up: string | null | undefined; down: string | undefined } {
  return { up: index === 0 ? undefined : (ids[index - 2] ?? null), down: ids[index + 1] }
}

type Props = {
  /** Ids of the blocks in printed order. */
  ids: readonly string[]
  /** What one of them is called: 职能, 段落. */
  noun: string
  numbered?: boolean
  rows?: number
  actions: RowActions
  add: () => Promise<Answer>
  hint?: string
}

/** A list of paragraphs or numbered items, each a cell of its own. */
export function BlockList({ ids, noun, numbered, rows = 3, actions, add, hint }: Props) {
  const { readOnly } = useCellForm()
  return (
    <div>
      {hint && !readOnly ? <p className="mb-3 text-sm text-muted">{hint}</p> : null}
      {ids.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-3">
        {ids.map((id, index) => {
          const { up, down } = neighbours(ids, index)
          const address = `narrative/${id}/text`
          const name = `第 ${index + 1} ${numbered ? '项' : '段'}${noun}`
          return (
            <li key={id} className="grid gap-1 sm:grid-cols-[2.5rem_1fr_auto] sm:gap-3">
              <span aria-hidden="true" className="text-muted tabular-nums sm:pt-2 sm:text-right">
                {index + 1}.
              </span>
              <CellInput address={address} input={{ kind: 'text', rows }} />
              <RowButtons
                name={name}
                cells={[address]}
                up={up === undefined ? null : () => actions.move('narrative', id, up)}
                down={down === undefined ? null : () => actions.move('narrative', id, down)}
                remove={(seen) => actions.remove('narrative', id, seen)}
              />
            </li>
          )
        })}
      </ol>
      <AddRowButton label={`添加${noun}`} add={add} focus={(id) => `narrative/${id}/text`} />
    </div>
  )
}
