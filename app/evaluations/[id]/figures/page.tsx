import { notFound } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page'
import { Tag, type TagTone } from '@/components/ui/tag'
import { requireViewer } from '@/lib/auth/viewer'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { listTextFigures } from '@/lib/data/evaluation/text-figures'
import type { LedgerLine } from '@/lib/domain/checks/narrative/figure-ledger'
import { sectionOf } from '@/lib/domain/evaluation/sections'
import { cellLabel } from '@/lib/messages/cell-labels'
import { dimensionLabel, figureStatusLabels, relationLabels } from '@/lib/messages/figure-ledger'
import { sectionLabels } from '@/lib/messages/section-labels'

export const metadata = { title: sectionLabels.figures }

type Status = LedgerLine['status']
const STATUSES = ['contradicted', 'confirmed', 'unchecked'] as const satisfies readonly Status[]
const tones = { contradicted: 'danger', confirmed: 'success', unchecked: 'neutral' } as const satisfies Record<Status, TagTone>
const SIGNS = { contradicted: '✗', confirmed: '✓', unchecked: '—' } as const satisfies Record<Status, string>
/** More figures than a report has that somebody reads. */
const MOST = 500

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ only?: string | string[] }> }

/** 数字核对: every figure of the text in its sentence, what it was recognised as and held against, so that silence is not taken for correctness. */
export default async function FiguresPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { id } = await params
  const [evaluation, lines] = await Promise.all([findEvaluation(viewer, id), listTextFigures(viewer, id)])
  if (evaluation === null || lines === null) notFound()
  const { only } = await searchParams
  const chosen = STATUSES.find((status) => status === only) ?? null
  const shown = lines.flatMap((line, number) => (chosen === null || line.status === chosen ? [{ line, number }] : []))
  const count = (status: Status): number => lines.filter((line) => line.status === status).length
  const base = `/evaluations/${id}/figures`
  return (
    <>
      <PageHeader
        title={sectionLabels.figures}
        description="正文中的每个数字：识别为什么，与哪些数字核对过。“未核对”只表示正文中没有可与之核对的数字，不表示有误。"
      />
      {lines.length === 0 ? (
        <EmptyState title="正文中没有数字">填写文字部分后，其中的数字会列在这里。</EmptyState>
      ) : (
        <>
          <nav aria-label="按核对结果筛选" className="mb-4">
            <ul className="flex flex-wrap gap-2">
              <Filter href={base} label={`全部 ${lines.length}`} current={chosen === null} />
              {STATUSES.map((status) => (
                <Filter
                  key={status}
                  href={`${base}?only=${status}`}
                  label={`${figureStatusLabels[status]} ${SIGNS[status]} ${count(status)}`}
                  current={chosen === status}
                />
              ))}
            </ul>
          </nav>
          {shown.length === 0 ? <p className="text-muted">没有这样的数字。</p> : null}
          <ul className="divide-y divide-line">
            {shown.slice(0, MOST).map(({ line, number }) => (
              <Line key={number} line={line} label={cellLabel(line.at, evaluation)} href={placeOf(line.at)} />
            ))}
          </ul>
          {shown.length > MOST ? <p className="mt-4 text-sm text-muted">只列出前 {MOST} 个。</p> : null}
        </>
      )}
    </>
  )

  function placeOf(at: string): string | null {
    const section = evaluation === null ? null : sectionOf(evaluation, at)
    return section === null ? null : `/evaluations/${id}/${section}#${at}`
  }
}

const Filter = ({ href, label, current }: { href: string; label: string; current: boolean }) => (
  <li>
    <Link
      href={href}
      aria-current={current ? 'true' : undefined}
      className={classNames(
        'inline-flex min-h-11 items-center rounded border px-3 tabular-nums',
        current ? 'border-action bg-action-soft text-action' : 'border-line-strong text-ink',
      )}
    >
      {label}
    </Link>
  </li>
)

function Line({ line, label, href }: { line: LedgerLine; label: string; href: string | null }) {
  const { before, written, behind, name, dimension, status, held } = line
  return (
    <li className="grid gap-1 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Tag tone={tones[status]}>
          {figureStatusLabels[status]} {SIGNS[status]}
        </Tag>
        <strong className="tabular-nums">{written}</strong>
        <span className="text-sm text-muted">
          {dimensionLabel(dimension)}
          {name === '' ? '' : `：${name}`}
        </span>
        {href === null ? (
          <span className="text-sm text-muted">{label}</span>
        ) : (
          <Link href={href} className="text-sm text-action underline underline-offset-4">
            {label}
          </Link>
        )}
      </p>
      <p className="text-sm">
        {before}
        <mark className="rounded bg-action-soft px-0.5 font-medium text-ink">{written}</mark>
        {behind}
      </p>
      {held.length === 0 ? null : (
        <ul className="grid gap-0.5 text-sm text-muted">
          {held.map(({ kind, holds, others }) => (
            <li key={`${kind} ${holds} ${others}`}>
              {holds ? '✓' : '✗'} {relationLabels[kind]}
              {holds ? '相符' : '不符'}
              {others === '' ? '' : `：${others}`}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
