import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'

/** A project as it is shown; amounts in 万元, as they are printed, empty: 未填. */
export type ProjectRow = {
  id: string
  name: string
  code: string
  amounts: readonly string[]
  rate: string
  total: string
  grade: string
  /** Errors and warnings without an explanation; what is missing among them. */
  open: number
  /** Could be handed in: nothing is open, and what was taken over from last year is confirmed. */
  isDone: boolean
}
/** A line below the projects: their sum, what it is held against, and how far it is from that. `off`: it should be nothing. */
export type SumRow = { label: string; amounts: readonly string[]; rate: string; off: boolean }

export type ProjectTableProps = {
  /** Where a project's row leads. */
  hrefs: Readonly<Record<string, string>>
  columns: readonly string[]
  rows: readonly ProjectRow[]
  sums: readonly SumRow[]
  /** Asks before it removes; null: nothing may be removed. */
  remove: ((project: { id: string; name: string }) => void) | null
}

/** The projects of a department's year with what they come to beside 项目支出. */
export function ProjectTable({ hrefs, columns, rows, sums, remove }: ProjectTableProps) {
  return (
    <Table caption="项目（金额单位：万元）" stickyFirst className="min-w-[60rem]">
      <thead>
        <tr>
          <Th>项目名称</Th>
          <Th>项目编码</Th>
          {columns.map((label) => (
            <Th key={label} numeric>
              {label}
            </Th>
          ))}
          <Th numeric>执行率</Th>
          <Th numeric>得分</Th>
          <Th>等级</Th>
          <Th>填报情况</Th>
          {remove === null ? null : <Th>操作</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, code, amounts, rate, total, grade, open, isDone }) => (
          <tr key={id}>
            <Th scope="row" className="max-w-40 font-normal sm:max-w-64">
              <Link href={hrefs[id] ?? ''} className="text-action underline underline-offset-2">
                {name}
              </Link>
            </Th>
            <Td>{code || '—'}</Td>
            {amounts.map((amount, place) => (
              <Td key={columns[place]} numeric>
                {amount || '—'}
              </Td>
            ))}
            <Td numeric>{rate || '—'}</Td>
            <Td numeric>{total || '—'}</Td>
            <Td>{grade || '—'}</Td>
            <Td>
              {isDone ? <Tag tone="success">已填好</Tag> : <Tag tone="warning">{open === 0 ? '沿用待确认' : `待处理 ${open} 处`}</Tag>}
            </Td>
            {remove === null ? null : (
              <Td>
                <Button variant="quiet" aria-label={`移除${name}`} onClick={() => remove({ id, name })}>
                  移除
                </Button>
              </Td>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums.map(({ label, amounts, rate, off }) => (
          <tr key={label} className={off ? 'font-medium text-danger' : 'font-medium'}>
            <Th scope="row">{label}</Th>
            <Td />
            {amounts.map((amount, place) => (
              <Td key={columns[place]} numeric>
                {amount || '—'}
              </Td>
            ))}
            <Td numeric>{rate || '—'}</Td>
            <Td colSpan={remove === null ? 3 : 4} />
          </tr>
        ))}
      </tfoot>
    </Table>
  )
}
