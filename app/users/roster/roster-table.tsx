import { WrongSentences } from '@/components/administration/wrong-sentences'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { RosterRow } from '@/lib/forms/state/roster-row'

/** What a list comes to, line by line: those that are wrong first. */
export function RosterTable({ rows }: { rows: readonly RosterRow[] }) {
  const wrong = rows.filter(({ sentences }) => sentences.length > 0)
  const count = (what: (row: RosterRow) => boolean) => rows.filter(what).length
  const departments = new Set(rows.filter(({ outcome }) => outcome?.department === 'new').map(({ department }) => department.split(' ')[0]))
  const summary =
    wrong.length > 0
      ? `${rows.length} 行中有 ${wrong.length} 行需要改正`
      : `可以建立：部门 ${departments.size} 个，账号 ${count(({ outcome }) => outcome?.person === 'new')} 个，另授予角色 ${count(({ outcome }) => outcome?.person === 'granted')} 个`
  return (
    <Table caption={summary} stickyFirst className="min-w-[44rem]">
      <thead>
        <tr>
          <Th numeric>行</Th>
          <Th>部门</Th>
          <Th>人员</Th>
          <Th>结果</Th>
        </tr>
      </thead>
      <tbody>
        {[...wrong, ...rows.filter((row) => !wrong.includes(row))].map((row) => (
          <tr key={row.line}>
            <Th scope="row" className="text-right font-normal tabular-nums">
              {row.line}
            </Th>
            <Td>{row.department}</Td>
            <Td>{row.person}</Td>
            <Td>{row.sentences.length > 0 ? <WrongSentences sentences={row.sentences} /> : <Comes {...row} />}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const PERSON = { new: '新建账号', granted: '授予角色', there: '已有，不变' } as const

function Comes({ outcome }: Pick<RosterRow, 'outcome'>) {
  if (outcome === null) return null
  return (
    <span className="flex flex-wrap gap-1">
      {outcome.department === 'new' ? <Tag tone="success">新建部门</Tag> : <Tag>部门已有</Tag>}
      {outcome.person === null ? null : <Tag tone={outcome.person === 'there' ? 'neutral' : 'success'}>{PERSON[outcome.person]}</Tag>}
    </span>
  )
}
