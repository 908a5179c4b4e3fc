import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryEntry } from '@/components/evaluation/history-entry'
import { SearchForm } from '@/components/forms/search-form'
import { Button, LinkButton } from '@/components/ui/button'
import { DayInput } from '@/components/ui/day-input'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, Select, TextInput } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { requireViewer } from '@/lib/auth/viewer'
import { type AuditLine, listAuditEntries } from '@/lib/data/audit-log'
import { type Names, namesIn, schemeEditIn } from '@/lib/data/audit-names'
import { type NamedEvaluation, namedEvaluations } from '@/lib/data/named-evaluations'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { readAdministrationPayload, readHistoryPayload } from '@/lib/forms/history'
import { addressOf, type Query, queryDay, queryText } from '@/lib/forms/query'
import { sayAdministration } from '@/lib/messages/administration-history'
import { auditActionLabel, auditActions } from '@/lib/messages/audit-actions'
import { formatTimeExactly, startOfDay } from '@/lib/messages/dates'
import { type HistoryLine, sayHistory } from '@/lib/messages/history'

export const metadata: Metadata = { title: '操作日志' }

const PAGE_SIZE = 50
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
        <Table caption="操作日志，最新在前" captionHidden stickyFirst className="min-w-[52rem]">
          <thead>
            <tr>
              <Th className="whitespace-nowrap">序号</Th>
              <Th>时间</Th>
              <Th>操作人</Th>
              <Th>对象</Th>
              <Th>内容</Th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.number}>
                <Th scope="row" className="whitespace-nowrap tabular-nums">
                  <Link href={addressOf('/audit', { entry: entry.number })} className="text-action underline-offset-4 hover:underline">
                    {entry.number}
                  </Link>
                </Th>
                <Td className="whitespace-nowrap tabular-nums">{formatTimeExactly(entry.at)}</Td>
                <Td className="whitespace-nowrap">
                  {entry.actorName || (entry.address === null ? '系统' : '未登录')}
                  {entry.address === null ? null : <span className="block text-xs text-muted tabular-nums">{entry.address}</span>}
                </Td>
                <Td className="min-w-40">
                  <Subject entry={entry} evaluations={evaluations} names={names} />
                </Td>
                <Td className="min-w-72">
                  {only === '' ? (
                    <HistoryEntry line={lineOf(entry, evaluations, names)} whole={addressOf('/audit', { entry: entry.number })} />
                  ) : (
                    <>
                      <HistoryEntry line={lineOf(entry, evaluations, names)} />
                      <h2 className="mt-3 text-xs text-muted">原始记录</h2>
                      <pre className="mt-1 max-w-xl text-xs break-all whitespace-pre-wrap">{entry.payload}</pre>
                    </>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
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

/** What was acted on, with the page about it; what is gone has only its id. */
function Subject({ entry: { evaluationId, subject }, evaluations, names }: { entry: AuditLine; evaluations: Evaluations; names: Names }) {
  const evaluation = evaluationId === null ? null : evaluations.get(evaluationId)
  const link = evaluation
    ? { href: `/evaluations/${evaluation.id}/history`, name: `${evaluation.departmentName} ${evaluation.year} 年度` }
    : names[subject]
  if (link === undefined) return <span className="text-xs break-all text-muted">{subject}</span>
  return (
    <>
      <Link href={link.href} className="text-action underline underline-offset-4">
        {link.name}
      </Link>
      <Link
        href={addressOf('/audit', { object: evaluationId ?? subject })}
        aria-label={`只看此项：${link.name}`}
        className="ml-2 inline-flex min-h-6 items-center text-xs whitespace-nowrap text-action underline-offset-4 hover:underline"
      >
        只看此项
      </Link>
    </>
  )
}
