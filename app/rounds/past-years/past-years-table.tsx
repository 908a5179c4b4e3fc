import { WrongSentences } from '@/components/administration/wrong-sentences'
import { Table, Td, Th } from '@/components/ui/table'
import type { PastYearRow } from '@/lib/forms/state/past-year-row'

/** What a list comes to, line by line: those that are wrong first. */
export function PastYearsTable({ rows }: { rows: readonly PastYearRow[] }) {
  const wrong = rows.filter(({ comes }) => comes === null)
  const cells = rows.reduce((all, { comes }) => all + (comes?.fills ?? 0), 0)
  const summary = wrong.length > 0 ? `${rows.length} 行中有 ${wrong.length} 行需要改正` : `${rows.length} 行，可以填入 ${cells} 个数`
  return (
    <Table caption={summary} stickyFirst className="min-w-[40rem]">
      <thead>
        <tr>
          <Th numeric>行</Th>
          <Th>部门</Th>
          <Th>年度</Th>
          <Th>结果</Th>
        </tr>
      </thead>
      <tbody>
        {[...wrong, ...rows.filter((row) => !wrong.includes(row))].map(({ line, department, year, comes, sentences }) => (
          <tr key={line}>
            <Th scope="row" className="text-right font-normal tabular-nums">
              {line}
            </Th>
            <Td>{department}</Td>
            <Td className="whitespace-nowrap">{year}</Td>
            <Td>{comes === null ? <WrongSentences sentences={sentences} /> : said(comes)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const said = ({ fills, same, unasked }: NonNullable<PastYearRow['comes']>): string =>
  [
    fills === 0 ? '没有需要填入的' : `填入 ${fills} 个数`,
    same === 0 ? '' : `${same} 个已有，相同`,
    unasked === 0 ? '' : `${unasked} 个该年度方案不设，不取`,
  ]
    .filter((part) => part !== '')
    .join('；')
