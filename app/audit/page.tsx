import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SearchForm } from '@/components/forms/search-form'
import { Button, LinkButton } from '@/components/ui/button'
import { DayInput } from '@/components/ui/day-input'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, Select, TextInput } from '@/components/ui/field'
import { PageHeader } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { type AuditLine, listAuditEntries } from '@/lib/data/audit/audit-log'
import { type Names, namesIn, schemeEditIn } from '@/lib/data/audit/audit-names'
import { type NamedEvaluation, namedEvaluations } from '@/lib/data/evaluation/named-evaluations'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { readAdministrationPayload, readHistoryPayload } from '@/lib/forms/history'
import { addressOf, type Query, queryDay, queryText } from '@/lib/forms/query'
import { sayAdministration } from '@/lib/messages/administration-history'
import { auditActionLabel, auditActions } from '@/lib/messages/audit-actions'
import { formatTimeExactly, startOfDay } from '@/lib/messages/dates'
import { excerptOf, type HistoryLine, sayHistory } from '@/lib/messages/history'
import { evaluationName } from '@/lib/messages/projects'
import { type LogRow, LogTable } from './log-table'

export const metadata: Metadata = { title: '操作日志' }

const PAGE_SIZE = 20
const DAY_MS = 86_400_000
/** How the address names an entry. */
const NUMBER = /^\d{1,18}$/

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'administrator')) notFound()
  const query = await searchParams
  const asked = {
    action: queryText(query, 'action'),
    actor: queryText(query, 'actor'),
    department: queryText(query, 'department'),
    object: queryText(query, 'object'),
    from: queryDay(query, 'from'),
    until: queryDay(query, 'until'),
  }
  const before = queryText(query, 'before')
  const asking = queryText(query, 'entry')
  const only = NUMBER.test(asking) ? asking : ''
  const { entries, next } = NUMBER.test(only)
    ? await theEntry(viewer, BigInt(only))
    : await listAuditEntries(
        viewer,
        {
          action: asked.action,
          actor: asked.actor,
          department: asked.department,
          object: asked.object,
          ...(asked.from ? { from: startOfDay(asked.from) } : {}),
          ...(asked.until ? { until: new Date(startOfDay(asked.until).getTime() + DAY_MS) } : {}),
        },
        { before: NUMBER.test(before) ? BigInt(before) : null, pageSize: PAGE_SIZE },
      )
  const [evaluations, names] = await Promise.all([
    namedEvaluations(viewer, [...new Set(entries.flatMap(({ evaluationId }) => evaluationId ?? []))]),
    namesIn(entries),
  ])

  return (
    <>
      <PageHeader
        title="操作日志"
        description="每次变更与其内容同时写入，不可修改或删除；时间为北京时间。"
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '操作日志' }]}
      />
      <search>
        <SearchForm
          action="/audit"
          className="mb-4 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-[12rem_11rem_14rem_10rem_10rem_auto]"
        >
          <Field id="action" label="操作">
            <Select id="action" name="action" defaultValue={asked.action}>
              <option value="">全部</option>
              {auditActions.map(({ action, label }) => (
                <option key={action} value={action}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <Field id="actor" label="操作人">
            <TextInput id="actor" name="actor" defaultValue={asked.actor} placeholder="姓名、用户名或拼音" maxLength={50} />
          </Field>
          <Field id="department" label="部门（含下级）">
            <TextInput id="department" name="department" defaultValue={asked.department} placeholder="名称、代码或拼音" maxLength={60} />
          </Field>
          {asked.object ? <input type="hidden" name="object" value={asked.object} /> : null}
          <Field id="from" label="自">
            <DayInput id="from" name="from" defaultValue={asked.from} />
          </Field>
          <Field id="until" label="至">
            <DayInput id="until" name="until" defaultValue={asked.until} />
          </Field>
          <div className="flex gap-2">
            <Button type="submit">查找</Button>
            <LinkButton variant="quiet" href="/audit">
              清除
            </LinkButton>
          </div>
        </SearchForm>
      </search>
      {entries.length === 0 ? (
        <EmptyState title="没有相符的记录">请放宽条件，或清除后查看全部。</EmptyState>
      ) : (
        <LogTable rows={entries.map((entry) => rowOf(entry, evaluations, names, only !== ''))} />
      )}
      <nav aria-label="分页" className="mt-4 flex gap-2">
        {before || only ? <LinkButton href={addressOf('/audit', asked)}>回到最新</LinkButton> : null}
        {next ? <LinkButton href={addressOf('/audit', { ...asked, before: next })}>更早的记录</LinkButton> : null}
      </nav>
    </>
  )
}

/** One entry, in full; none where there is no such, or the viewer may not see it. */
async function theEntry(viewer: Viewer, number: bigint) {
  const { entries } = await listAuditEntries(viewer, { number }, { before: null, pageSize: 1 })
  return { entries, next: null }
}

type Evaluations = ReadonlyMap<string, NamedEvaluation>

function lineOf(entry: AuditLine, evaluations: Evaluations, names: Names): HistoryLine {
  const { action, subject, payload, evaluationId } = entry
  const kept: unknown = JSON.parse(payload)
  if (evaluationId === null) {
    return sayAdministration({ action, payload: readAdministrationPayload(kept, schemeEditIn(entry)) }, (id) => names[id]?.name ?? id)
  }
  const evaluation = evaluations.get(evaluationId)
  if (!evaluation) return { what: auditActionLabel(action), changes: [], remark: '' }
  return sayHistory({ action, subject, payload: readHistoryPayload(kept) }, evaluation)
}

/** An entry as it is said; with `whole` every change of it, and what the log holds. */
function rowOf(entry: AuditLine, evaluations: Evaluations, names: Names, whole: boolean): LogRow {
  const { number, at, actorName, address, evaluationId, subject, payload } = entry
  return {
    number: String(number),
    time: formatTimeExactly(at),
    actor: actorName || (address === null ? '系统' : '未登录'),
    address,
    object: evaluationId ?? subject,
    page: pageAbout(entry, evaluations, names),
    line: excerptOf(lineOf(entry, evaluations, names), whole ? null : addressOf('/audit', { entry: number })),
    kept: whole ? payload : null,
  }
}

/** The page about what was acted on; null where it is gone. */
function pageAbout({ evaluationId, subject }: AuditLine, evaluations: Evaluations, names: Names): LogRow['page'] {
  const evaluation = evaluationId === null ? undefined : evaluations.get(evaluationId)
  if (evaluation === undefined) return names[subject] ?? null
  return { href: `/evaluations/${evaluation.id}/history`, name: `${evaluationName(evaluation)} ${evaluation.year} 年度` }
}
