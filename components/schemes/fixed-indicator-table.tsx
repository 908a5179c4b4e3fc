import { Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import type { FixedIndicator } from '@/lib/domain/schemes/scheme'
import { sayIndicatorRule } from '@/lib/messages/scheme-rules'

/** The indicators that a scheme gives to every department. */
export function FixedIndicatorTable({ indicators }: { indicators: readonly FixedIndicator[] }) {
  return (
    <Section title="固定指标">
      <Table caption="固定指标" captionHidden wide className="min-w-[80rem]">
        <thead>
          <tr>
            <Th>一级指标</Th>
            <Th>二级指标</Th>
            <Th>三级指标</Th>
            <Th>年度指标值</Th>
            <Th numeric>分值</Th>
            <Th>实际完成值的公式</Th>
            <Th>计分规则</Th>
            <Th>条款或评分标准</Th>
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ id, dimension, group, name, unit, target, maxScore, formula, rule, clause }) => (
            <tr key={id}>
              <Td className="whitespace-nowrap">{dimension}</Td>
              <Td className="whitespace-nowrap">{group}</Td>
              <Td className="min-w-32">{name}</Td>
              <Td className="whitespace-nowrap">{`${target}${unit}`}</Td>
              <Td numeric>{maxScore}</Td>
              <Td>{formula ?? '由部门填写'}</Td>
              <Td>{sayIndicatorRule(rule)}</Td>
              <Td>{clause}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
