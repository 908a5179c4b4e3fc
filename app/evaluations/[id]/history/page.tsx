import { notFound } from 'next/navigation'
import { HistoryEntry } from '@/components/evaluation/people/history-entry'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { requireViewer } from '@/lib/auth/viewer'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { listChanges, listSteps, listSubmissions } from '@/lib/data/evaluation/history'
import { readHistoryPayload, savesTogether } from '@/lib/forms/history'
import { type Query, queryText } from '@/lib/forms/query'
import { formatTime, formatTimeExactly } from '@/lib/messages/dates'
import { excerptOf, sayHistory } from '@/lib/messages/history'
import { actionLabels, nodeLabels } from '@/lib/messages/labels'
import { sectionLabels } from '@/lib/messages/section-labels'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export const metadata = { title: sectionLabels.history }

function numberIn(query: Query, name: string): string | null {
  const text = queryText(query, name)
  return /^\d{1,18}$/.test(text) ? text : null
}

/** How the evaluation came about: the steps taken, what was handed in, and every change with who and when. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { id } = await params
  const query = await searchParams
  const [from, only] = [numberIn(query, 'before'), numberIn(query, 'entry')]
  const evaluation = await findEvaluation(viewer, id)
  if (!evaluation) notFound()
  const [steps, submissions, { lines, older }] = await Promise.all([
    listSteps(viewer, id),
    listSubmissions(viewer, id),
    listChanges(viewer, id, { before: from, only }),
  ])
  return (
    <>
      <PageHeader title={sectionLabels.history} description="何时由谁办理、送审了什么、改了什么。" />
      <Section title="办理过程">
        {steps.length === 0 ? (
          <p className="text-sm text-muted">尚未送审。</p>
        ) : (
          <ol className="grid gap-3 border-l-2 border-line pl-4">
            {steps.map(({ number, node, action, reason, byName, at }) => (
              <li key={number}>
                <p>
                  <strong>{actionLabels[action]}</strong>
                  <span className="text-sm text-muted">
                    （{nodeLabels[node]}）{byName} · {formatTime(at)}
                  </span>
                </p>
                {reason !== '' && <p className="mt-1 text-sm whitespace-pre-line">理由：{reason}</p>}
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section title="送审版本">
        {submissions.length === 0 ? (
          <p className="text-sm text-muted">每次送审时的全部内容都会留存，列在这里。</p>
        ) : (
          <ul className="grid gap-1">
            {submissions.map(({ number, byName, at }) => (
              <li key={number}>
                第 {number} 次送审 <span className="text-sm text-muted">{`${byName} · ${formatTime(at)}`}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="修改记录" description="由近到远，金额单位为万元。">
        {lines.length === 0 ? (
          <EmptyState title="没有更多记录" />
        ) : (
          <Table caption="修改记录" captionHidden className="min-w-[40rem]">
            <thead>
              <tr>
                <Th>时间</Th>
                <Th>操作人</Th>
                <Th>内容</Th>
              </tr>
            </thead>
            <tbody>
              {savesTogether(lines.map((line) => ({ ...line, payload: readHistoryPayload(line.payload) }))).map((line) => (
                <tr key={line.number}>
                  <Td className="whitespace-nowrap">{formatTimeExactly(line.at)}</Td>
                  <Td>{line.actorName || '系统'}</Td>
                  <Td>
                    <HistoryEntry
                      line={excerptOf(
                        sayHistory(line, evaluation),
                        only === null && line.count === 1 ? `/evaluations/${id}/history?entry=${line.number}` : null,
                      )}
                    />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        <nav aria-label="翻页" className="mt-4 flex gap-3">
          {(from !== null || only !== null) && <LinkButton href={`/evaluations/${id}/history`}>最新记录</LinkButton>}
          {older !== null && <LinkButton href={`/evaluations/${id}/history?before=${older}`}>更早的记录</LinkButton>}
        </nav>
      </Section>
    </>
  )
}
