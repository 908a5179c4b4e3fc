import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JobProgress } from '@/components/jobs/job-progress'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { findJob } from '@/lib/data/jobs/jobs'
import { canBeContinued, isUnderWay } from '@/lib/domain/record/job'
import { formatTime } from '@/lib/messages/dates'
import { jobLeadsTo, jobTitle } from '@/lib/messages/jobs'
import { Deviations } from './deviations'
import { JobButtons } from './job-buttons'

export const metadata: Metadata = { title: '后台任务' }

export default async function JobPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer()
  const job = await findJob(viewer, (await params).id)
  if (job === null) notFound()
  const { href, label } = jobLeadsTo(job)
  return (
    <>
      <PageHeader
        title={jobTitle(job)}
        description={`${formatTime(job.createdAt)} 启动${job.endedAt === null ? '' : ` · ${formatTime(job.endedAt)} 结束`}`}
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '后台任务', href: '/jobs' }, { label: jobTitle(job) }]}
      />
      <Section>
        <JobProgress job={job} />
        {isUnderWay(job.state) ? <JobButtons jobId={job.id} may="stop" /> : null}
        {canBeContinued(job.state) ? <JobButtons jobId={job.id} may="continue" /> : null}
        <p className="mt-4 text-sm">
          相关页面：
          <Link href={href} className="text-action underline underline-offset-4">
            {label}
          </Link>
        </p>
      </Section>
      {job.kind === 'recompute' ? <Deviations viewer={viewer} job={job} /> : null}
    </>
  )
}
