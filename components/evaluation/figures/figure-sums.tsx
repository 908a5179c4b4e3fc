import type { ReactNode } from 'react'
import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import { goTo } from '@/components/ui/go-to'
import { FIGURE_SPLITS, type FigureColumn, type FigureItem, type FigureSplit, isFigureName, partsOf } from '@/lib/domain/cells/funds'
import { isNegative, isZero, minus, plain, type Quantity, sum, wanFromYuan } from '@/lib/domain/quantities'
import { readCellValue } from '@/lib/forms/cells/cells'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import { figureItemLabels } from '@/lib/messages/form-labels'
import { useSayMoney } from './money'

/** The value of a figure that is typed so; null where it is 未填, 不适用 or not readable. */
function figureAt(store: CellStore, item: FigureItem, column: FigureColumn): Quantity | null {
  const address = `funds/${item}/${column}`
  const read = readCellValue(address, store.value(address))
  return read.ok && read.value.kind === 'figure' && read.value.figure?.state === 'filled' ? read.value.figure.value : null
}

/** The parts of a whole together, in 元; null where none of them is filled in. */
function sumOfParts(store: CellStore, whole: FigureItem, split: FigureSplit, column: FigureColumn): Quantity | null {
  const filled = partsOf(whole, split).flatMap((item) => figureAt(store, item, column) ?? [])
  return filled.length === 0 ? null : sum(filled)
}

/** What the parts of a figure come to, as it is typed in 万元, by the first of its splits that is filled in; null where it has none. */
export function typedSum(store: CellStore, whole: FigureItem, column: FigureColumn): string | null {
  const splits = isFigureName(`${whole}/${column}`) ? FIGURE_SPLITS.filter((one) => one.whole === whole) : []
  const [added] = splits.flatMap(({ split }) => sumOfParts(store, whole, split, column) ?? [])
  return added === undefined ? null : plain(wanFromYuan(added))
}

type Props = { whole: FigureItem; split: FigureSplit; column: FigureColumn }

/** What the parts come to and how far that is from the whole, as one types; the button puts it there. Nothing where no part is filled in. */
export function CrossFoot({ whole, split, column }: Props): ReactNode {
  const { store, readOnly, announce } = useCellForm()
  const say = useSayMoney()
  // As one text, so that figures elsewhere are of no concern
  const typed = useFormState((now) => [whole, ...partsOf(whole, split)].map((item) => now.value(`funds/${item}/${column}`)).join('\n'))
  const added = typed.trim() === '' ? null : sumOfParts(store, whole, split, column)
  if (added === null) return null
  const total = figureAt(store, whole, column)
  const difference = total === null ? null : minus(added, total)
  const fill = () => {
    store.edit(`funds/${whole}/${column}`, plain(wanFromYuan(added)))
    store.seal()
    goTo(`funds/${whole}/${column}`)
    announce(`${figureItemLabels[whole]}已填入合计 ${say(added)}`)
  }
  return (
    <>
      <span className="block">{say(added)}</span>
      {difference !== null && isZero(difference) ? (
        <span className="font-normal text-success">✓ 与{figureItemLabels[whole]}相符</span>
      ) : (
        <>
          {difference === null ? null : (
            <span className="block text-danger">
              ✗ 相差 {isNegative(difference) ? '' : '+'}
              {say(difference)}
            </span>
          )}
          {readOnly ? null : (
            // By keyboard Alt+= in the whole's own cell: the grid is one stop of the Tab key
            <Button variant="quiet" tabIndex={-1} onClick={fill}>
              填入合计
            </Button>
          )}
        </>
      )}
    </>
  )
}
