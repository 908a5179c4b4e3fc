'use client'
import { Button } from '@/components/ui/button'
import { goTo } from '@/components/ui/go-to'
import { paragraphsOf } from '@/lib/forms/paragraphs'
import { type BlockActions, neighbours } from '@/lib/forms/row-actions'
import { useCellForm } from './cell-form-context'
import { CellInput } from './cell-input'
import { ActionMessage, useRowAction } from './row-action'
import { AddRowButton, RowButtons } from './row-buttons'

type Props = {
  /** Ids of the blocks in printed order. */
  ids: readonly string[]
  /** What one of them is called: 职能, 段落. */
  noun: string
  numbered?: boolean
  rows?: number
  actions: BlockActions
}

/** A list of paragraphs or numbered items, each a cell of its own. */
export function BlockList({ ids, noun, numbered, rows = 3, actions }: Props) {
  return (
    <div>
      {ids.length === 0 ? <p className="text-sm text-muted">尚未填写。</p> : null}
      <ol className="grid gap-3">
        {ids.map((id, index) => {
          const { up, down } = neighbours(ids, index)
          const address = `narrative/${id}/text`
          const name = `第 ${index + 1} ${numbered ? '项' : '段'}${noun}`
          return (
            <li key={id} className="grid gap-1 sm:grid-cols-[2.5rem_1fr_fit-content(14rem)] sm:gap-3">
              <span aria-hidden="true" className="text-muted tabular-nums sm:pt-2 sm:text-right">
                {index + 1}.
              </span>
              <div>
                <CellInput address={address} input={{ kind: 'text', rows }} />
                <SplitOffer
                  address={address}
                  noun={noun}
                  numbered={numbered === true}
                  split={(texts, drawnFor) => actions.split(id, texts, drawnFor)}
                />
              </div>
              <RowButtons
                name={name}
                cells={[address]}
                up={up === undefined ? null : (drawnFor) => actions.move(id, up, drawnFor)}
                down={down === undefined ? null : (drawnFor) => actions.move(id, down, drawnFor)}
                remove={(seen, drawnFor) => actions.remove(id, seen, drawnFor)}
              />
            </li>
          )
        })}
      </ol>
      <AddRowButton label={`添加${noun}`} add={actions.add} focus={(id) => `narrative/${id}/text`} />
    </div>
  )
}

/** Where several paragraphs were pasted into one cell: makes a row of each. The first stays here, to be saved with the form. */
function SplitOffer(props: {
  address: string
  noun: string
  numbered: boolean
  split: (texts: string[], drawnFor: string) => ReturnType<BlockActions['split']>
}) {
  const { address, noun, numbered, split } = props
  const form = useCellForm()
  const { run, pending, refusal } = useRowAction()
  const [first = '', ...others] = paragraphsOf(form.textOf(address))
  if (form.readOnly || others.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-muted">
      此处有 {others.length + 1} 段文字。
      <Button
        variant="quiet"
        inactive={pending}
        onClick={() =>
          run(
            (drawnFor) => split(others, drawnFor),
            () => {
              form.type(address, first)
              form.announce(`已拆成 ${others.length + 1} ${numbered ? '项' : '段'}`)
              goTo(address)
            },
          )
        }
      >
        拆成 {others.length + 1} {numbered ? '项' : '段'}
        {noun}
      </Button>
      <ActionMessage refusal={refusal} />
    </div>
  )
}
