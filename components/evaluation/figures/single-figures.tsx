'use client'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { FIGURE_ITEMS, type FigureItem } from '@/lib/domain/cells/funds'
import { figureItemLabels } from '@/lib/messages/form-labels'
import { useMoneyTexts } from './money'

/** Figures that stand by themselves, each with its unit. */
export function SingleFigures({ items }: { items: readonly FigureItem[] }) {
  const money = useMoneyTexts()
  return (
    <div className="grid max-w-2xl gap-5 sm:grid-cols-2">
      {items.map((item) => (
        <CellInput
          key={item}
          address={`funds/${item}/${FIGURE_ITEMS[item].columns[0]}`}
          label={`${figureItemLabels[item]}（${FIGURE_ITEMS[item].measure === 'money' ? money.unit : '人'}）`}
          input={{ kind: 'figure' }}
          money={money}
        />
      ))}
    </div>
  )
}
