import { useHasToSay } from '@/components/evaluation/cells/cell-form-context'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { ColumnOf } from '@/lib/domain/cells/cells'
import type { Indicator } from '@/lib/domain/evaluation/indicator'

type Props = { at: (column: ColumnOf<'indicators'>) => AddressText; fixed: boolean; indicator: Indicator | undefined }

/** What only some forms have of an indicator: 指标性质 (the scheme's, where the indicator is), 评分标准, and of a satisfaction its sample. */
export function FurtherCells({ at, fixed, indicator }: Props) {
  const sampled = useHasToSay([at('sampleSize'), at('satisfied')])
  const asks = sampled || /满意/.test(`${indicator?.dimension}${indicator?.group}${indicator?.name}`)
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[10rem_1fr]">
      {fixed ? null : <CellInput address={at('nature')} label="指标性质" placeholder="如 正向、反向、定性" />}
      <div className={fixed ? 'sm:col-span-2' : undefined}>
        <CellInput address={at('standard')} label="评分标准" input={{ kind: 'text', rows: 2 }} />
      </div>
      {asks ? (
        <>
          <CellInput address={at('sampleSize')} label="样本量" placeholder="如 200份" />
          <CellInput address={at('satisfied')} label="满意数" placeholder="如 190份" />
        </>
      ) : null}
    </div>
  )
}
