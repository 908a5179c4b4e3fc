import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SectionNavigation } from '@/components/evaluation/section-navigation'
import { ReconstructedTag, StatusTag } from '@/components/evaluation/status-tag'
import { YearSwitch } from '@/components/evaluation/year-switch'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { yearsOfSubject } from '@/lib/data/evaluation/evaluations'
import { noteOpening } from '@/lib/data/review/recall'
import { roundsToName } from '@/lib/domain/evaluation/evaluation-list'
import { sectionsOf } from '@/lib/domain/evaluation/sections'
import { besideIn } from '@/lib/domain/evaluation/years'
import { isApproverOnly } from '@/lib/domain/review/review'
import { kindLabels, RECONSTRUCTED_EXPLANATION, RECONSTRUCTED_MARK, scopeLabels } from '@/lib/messages/labels'
import { unverifiedMark } from '@/lib/messages/scheme-name'
import { reviewLabel, type SectionName, sectionLabel } from '@/lib/messages/section-labels'
import { getEntry } from './entry'

type Props = { params: Promise<{ id: string }>; children: ReactNode }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { evaluation } = await getEntry((await params).id)
  const title = `${evaluation.projectName ?? evaluation.departmentName} ${evaluation.year} 年度`
  return { title: { default: title, template: `%s · ${title}` } }
}

/** Department, year and state are never out of sight on the pages of an evaluation. */
export default async function EvaluationLayout({ params, children }: Props) {
  const { viewer, evaluation, progress, actedAt, opening } = await getEntry((await params).id)
  await noteOpening(viewer, evaluation, actedAt, opening)
  const years = await yearsOfSubject(viewer, evaluation.subjectId)
  const rounds = roundsToName(years)
  const labelOf = (part: '' | SectionName) =>
    part === '' ? '概览' : part === 'review' ? reviewLabel(isApproverOnly(viewer, evaluation)) : sectionLabel(part, evaluation.kind)
  // Side by side there is something to see from the second year on
  const beside = besideIn(evaluation, years).length > 1 ? (['years'] as const) : []
  const others = ['evidence', 'check', 'figures', 'review', ...beside, 'history', 'report'] as const
  const forms = [
    { path: '', label: labelOf('') },
    ...sectionsOf(evaluation).map((path) => ({ path, label: labelOf(path), ...(progress[path] ? { progress: progress[path] } : {}) })),
  ]
  return (
    // As high as the window below its head, so that the bar of a short form stands at its foot
    <div className="flex min-h-[calc(100dvh-6.25rem)] flex-col print:block print:min-h-0">
      {/* Behind the way over the head of every page: the parts of an evaluation are as many links again */}
      <a href="#part" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">
        跳过各部分导航
      </a>
      <nav aria-label="位置" className="print:hidden">
        <Link href="/" className="text-sm text-action underline-offset-4 hover:underline">
          工作台
        </Link>
        {evaluation.parentId === null ? (
          <span className="text-sm text-muted"> › {evaluation.departmentName}</span>
        ) : (
          <>
            <span className="text-sm text-muted"> › </span>
            <Link href={`/evaluations/${evaluation.parentId}/projects`} className="text-sm text-action underline-offset-4 hover:underline">
              {evaluation.departmentName}
            </Link>
            <span className="text-sm text-muted"> › {evaluation.projectName}</span>
          </>
        )}
      </nav>
      <div className="sticky top-0 z-30 -mx-4 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 bg-canvas px-4 py-1 sm:-mx-6 sm:px-6 print:static print:mx-0 print:px-0">
        <p className="text-lg font-semibold sm:text-xl">
          {evaluation.projectName === null ? '' : `${evaluation.projectName} · `}
          {evaluation.departmentName} {evaluation.year} 年度
        </p>
        <StatusTag status={evaluation.status} node={evaluation.node} />
        {evaluation.reconstructed ? <ReconstructedTag /> : null}
      </div>
      <header className="mb-5 grid grid-cols-[minmax(0,1fr)] gap-2 print:hidden">
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          <p className="text-sm text-muted">
            {kindLabels[evaluation.kind]}绩效自评 · {scopeLabels[evaluation.scope]} · 评价方案：{evaluation.scheme.name}
            {unverifiedMark(evaluation.scheme.verified)}
          </p>
          {years.length > 1 ? (
            <YearSwitch current={evaluation.id} years={years.map(({ id, year }) => ({ id, year, roundName: rounds.get(id) }))} />
          ) : null}
        </div>
        {evaluation.reconstructed ? <Notice tone="warning" title={`${RECONSTRUCTED_MARK}：${RECONSTRUCTED_EXPLANATION}`} /> : null}
        <SectionNavigation
          base={`/evaluations/${evaluation.id}`}
          forms={forms}
          others={others.map((path) => ({ path, label: labelOf(path) }))}
        />
      </header>
      <div
        id="part"
        tabIndex={-1}
        className="grow outline-none [--head-height:2.75rem] has-[>[data-form]]:flex has-[>[data-form]]:flex-col"
      >
        {children}
      </div>
    </div>
  )
}
