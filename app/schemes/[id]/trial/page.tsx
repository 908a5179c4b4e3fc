import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JobNotice } from '@/components/jobs/job-notice'
import { SchemeTags } from '@/components/schemes/scheme-tags'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page'
import { PageLinks } from '@/components/ui/page-links'
import { requireViewer } from '@/lib/auth/viewer'
import { findTrial, listTrialYears, listTried, type SchemeTrial } from '@/lib/data/jobs/scheme-trial'
import { findSchemeVersion } from '@/lib/data/schemes/scheme-versions'
import type { Viewer } from '@/lib/domain/people/permissions'
import { addressOf, type Query, queryText } from '@/lib/forms/query'
import { schemeName } from '@/lib/messages/scheme-name'
import { trialSummary } from '@/lib/messages/scheme-trial'
import { TrialForm } from './trial-form'
import { TriedTable } from './tried-table'

export const metadata: Metadata = { title: '试算评价方案' }

/** Departments that are shown at once. */
const PAGE_SIZE = 50

export default async function TrialPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const viewer = await requireViewer()
  const version = await findSchemeVersion(viewer, (await params).id)
  if (version === null) notFound()
  const query = await searchParams
  const years = await listTrialYears(viewer)
  const year = years.find((one) => `${one}` === queryText(query, 'year')) ?? years[0]
  const trial = year === undefined ? null : await findTrial(viewer, version.id, year)
  return (
    <>
      <PageHeader
        title={
          <>
            {`试算 ${version.name} 第 ${version.version} 版`}{' '}
            <SchemeTags published={version.publishedAt !== null} verified={version.verified} />
          </>
        }
        description="用往年的数据按本方案重新计分，与当年的得分和等级比较；已通过复核的，以复核后的得分比较。变化大的排在前面。只计算，不改动任何自评表。原有指标的分值按本方案各级分值等比例换算。"
        breadcrumb={[
          { label: '工作台', href: '/' },
          { label: '评价方案', href: '/schemes' },
          { label: schemeName(version), href: `/schemes/${version.id}` },
          { label: '试算' },
        ]}
      />
      {year === undefined ? (
        <EmptyState title="还没有可以试算的年度">开启自评任务并填报后，可在此比较。</EmptyState>
      ) : (
        <>
          <Section>
            <TrialForm versionId={version.id} years={years} year={year} />
            {trial === null ? null : <p className="mt-3 text-sm">{trialSummary(trial.tally)}</p>}
          </Section>
          {trial === null ? (
            <EmptyState title={`还没有用 ${year} 年度试算过`}>选择年度后点击“试算”。部门较多时在后台计算，本页显示进度。</EmptyState>
          ) : (
            <Results viewer={viewer} trial={trial} year={year} path={`/schemes/${version.id}/trial`} after={queryText(query, 'after')} />
          )}
        </>
      )}
    </>
  )
}

type ResultsProps = { viewer: Viewer; trial: SchemeTrial; year: number; path: string; after: string }

/** What there is of the results by now, and how far the job is that makes them. */
async function Results({ viewer, trial: { id, outdated, job, tally }, year, path, after }: ResultsProps) {
  const listed = await listTried(viewer, id, { after, size: PAGE_SIZE })
  return (
    <>
      {outdated ? (
        <Notice tone="warning" title="试算后方案草稿又有修改，以下结果按修改前的方案计算，请重新试算。" className="mb-4" />
      ) : null}
      {job !== null && job.state !== 'done' ? <JobNotice job={job} title="试算进度" /> : null}
      {job === null && tally.tried < tally.count ? (
        <Notice tone="warning" title="上次试算没有完成，以下只有部分结果，请重新试算。" className="mb-4" />
      ) : null}
      {listed.count === 0 ? null : (
        <>
          <TriedTable year={year} rows={listed.rows} />
          <PageLinks part={listed} unit="个" href={(at) => addressOf(path, { year: `${year}`, after: at })} />
        </>
      )}
    </>
  )
}
