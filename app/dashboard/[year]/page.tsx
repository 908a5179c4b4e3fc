import { notFound } from 'next/navigation'
import { EvaluationTable } from '@/components/review/evaluation-table'
import { YearCharts } from '@/components/review/year-charts'
import { YearFilter } from '@/components/review/year-filter'
import { YearTotals } from '@/components/review/year-totals'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page'
import { PageLinks } from '@/components/ui/page-links'
import { requireViewer } from '@/lib/auth/viewer'
import { listYear, years } from '@/lib/data/rounds/year-list'
import { tallyYear } from '@/lib/data/rounds/year-tally'
import { isOverdue } from '@/lib/domain/evaluation/evaluation-list'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { dashboardViewOf, EVERYTHING, isSelective, type SearchParameters, searchOf } from '@/lib/forms/dashboard'
import { dayOf } from '@/lib/messages/dates'
import { chartPoints } from './chart-points'

type Props = { params: Promise<{ year: string }>; searchParams: Promise<SearchParameters> }

/** Departments that the list shows at once. */
const PAGE_SIZE = 50

const yearOf = (text: string): number => (/^[12]\d{3}$/.test(text) ? Number(text) : notFound())

export async function generateMetadata({ params }: Props) {
  return { title: `${(await params).year} 年度看板` }
}

/** A year at a glance for those who review it: totals, charts, and the list with the doubtful ones first. */
export default async function YearPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'reviewer') && !hasRoleAnywhere(viewer, 'administrator')) notFound()
  const year = yearOf((await params).year)
  const view = dashboardViewOf(await searchParams)
  const { selection, order, after } = view
  const today = dayOf(new Date())
  const whole = { year, selection: EVERYTHING, today }
  const asked = { year, selection, today }
  const [tally, listed, shown, chart, otherYears] = await Promise.all([
    tallyYear(viewer, whole),
    listYear(viewer, asked, order, { after, size: PAGE_SIZE }),
    isSelective(view) ? tallyYear(viewer, asked) : null,
    chartPoints(viewer, asked),
    years(viewer),
  ])
  const rows = listed.rows.map((row) => ({ ...row, overdue: isOverdue(row, today) }))
  return (
    <>
      <PageHeader
        title={`${year} 年度看板`}
        description="您可以查看的各部门整体支出绩效自评。每个数字都可以点开查看对应的部门。"
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '年度看板' }]}
        actions={<YearSwitch years={otherYears} current={year} search={searchOf({ selection, order })} />}
      />
      {tally.count === 0 ? (
        <EmptyState title={`${year} 年度没有可以查看的自评`}>请切换到其他年度，或由管理员在“自评任务”中开启该年度。</EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <YearTotals year={year} tally={tally} view={view} />
          <Section id="list" title={`部门列表（${listed.count} / ${tally.count}）`} description={orderNote(order.by)} className="mb-0">
            <YearFilter year={year} view={view} />
            <div className="mt-4">
              {rows.length === 0 ? (
                <EmptyState title="没有符合条件的部门">请放宽或清除筛选条件。</EmptyState>
              ) : (
                <>
                  <EvaluationTable year={year} rows={rows} view={view} />
                  <PageLinks part={listed} unit="个" href={(at) => `/dashboard/${year}${searchOf({ selection, order, after: at })}#list`} />
                </>
              )}
            </div>
          </Section>
          <YearCharts year={year} view={view} tally={shown ?? tally} {...chart} />
        </div>
      )}
    </>
  )
}

const orderNote = (by: string): string =>
  by === 'doubt' ? '送审后有未说明警告的部门排在最前，尚未送审的排在最后。' : '点击表头可以改变排序。'

function YearSwitch({ years: all, current, search }: { years: readonly number[]; current: number; search: string }) {
  return (
    <nav aria-label="切换年度">
      <ul className="flex flex-wrap gap-1">
        {all.map((year) => (
          <li key={year}>
            <Link
              href={`/dashboard/${year}${search}`}
              aria-current={year === current ? 'page' : undefined}
              className={`inline-flex min-h-10 items-center rounded border px-3 text-sm ${year === current ? 'border-action bg-action text-on-action' : 'border-line-strong bg-surface hover:bg-sunken'}`}
            >
              {year} 年
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
