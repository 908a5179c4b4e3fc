'use client'
import { Link } from '@/components/ui/link'
import type { ListTally } from '@/lib/domain/evaluation/evaluation-list'
import { type DashboardView, EVERYTHING, searchOf } from '@/lib/forms/dashboard'
import { gradeOver } from '@/lib/messages/dashboard'
import { stateLabel } from '@/lib/messages/labels'

type Props = { year: number; tally: ListTally; view: DashboardView }

/** The year in numbers; each one leads to its evaluations. */
export function YearTotals({ year, tally, view }: Props) {
  const href = (selection: Partial<DashboardView['selection']>) =>
    `/dashboard/${year}${searchOf({ selection: { ...EVERYTHING, ...selection }, order: BY_DOUBT })}#list`
  const chosen = `/dashboard/${year}${searchOf({ selection: view.selection, order: BY_DOUBT })}#list`
  return (
    <div className="grid gap-4 md:grid-cols-3">
      <Totals
        chosen={chosen}
        title="进度"
        items={[
          { label: '部门数', count: tally.count, href: href({}) },
          ...tally.byState.map(({ status, node, count }) => ({
            label: stateLabel(status, node),
            count,
            href: href(status === 'submitted' ? { status, node } : { status }),
          })),
          { label: '已逾期未办结', count: tally.overdue, href: href({ deadline: 'overdue' }) },
        ]}
      />
      <Totals
        chosen={chosen}
        title="等级"
        items={tally.byGrade.map(({ grade, names, count }) => ({ label: gradeOver(grade, names), count, href: href({ grade }) }))}
      />
      <Totals
        chosen={chosen}
        title="校验"
        items={[
          { label: '有未处理的错误', count: tally.withErrors, href: href({ findings: 'errors' }) },
          { label: '有未说明的警告', count: tally.withWarnings, href: href({ findings: 'warnings' }) },
          { label: '有已说明的警告', count: tally.withExplained, href: href({ findings: 'explained' }) },
        ]}
      />
    </div>
  )
}

const BY_DOUBT = { by: 'doubt', descending: true } as const

type Total = { label: string; count: number; href: string }

function Totals({ title, items, chosen }: { title: string; items: readonly Total[]; chosen: string }) {
  return (
    <section className="rounded border border-line bg-surface p-4">
      <h2 className="font-semibold">{title}（个部门）</h2>
      <ul className="mt-2 divide-y divide-line">
        {items.map(({ label, count, href }) => (
          <li key={label}>
            <Link
              href={href}
              aria-current={href === chosen ? 'true' : undefined}
              className="flex min-h-9 items-center justify-between gap-4 px-2 hover:underline aria-[current]:bg-action-soft aria-[current]:font-medium aria-[current]:text-action"
            >
              <span>{label}</span>
              <span className="tabular-nums text-lg">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
