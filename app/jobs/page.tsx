import type { Metadata } from 'next'
import { JobStateTag } from '@/components/jobs/job-state'
import { RefreshWhile } from '@/components/jobs/refresh-while'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { requireViewer } from '@/lib/auth/viewer'
import { listJobs } from '@/lib/data/jobs/jobs'
import { isUnderWay } from '@/lib/domain/record/job'
import { formatTime } from '@/lib/messages/dates'
import { jobProgress, jobTitle } from '@/lib/messages/jobs'

export const metadata: Metadata = { title: '后台任务' }

export default async function JobsPage() {
  const viewer = await requireViewer()
  const jobs = await listJobs(viewer)
  return (
    <>
      <PageHeader
        title="后台任务"
        description="您启动的耗时工作，最近 100 项。可以离开页面，服务器重新启动后自动接着做；结束 30 天后从此处清除，工作结果不受影响。"
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '后台任务' }]}
      />
      {jobs.length === 0 ? (
        <EmptyState title="还没有后台任务">开启部门较多的自评任务等耗时工作，会在这里显示进度和结果。</EmptyState>
      ) : (
        <Table caption="后台任务" captionHidden stickyFirst className="min-w-[48rem]">
          <thead>
            <tr>
              <Th>任务</Th>
              <Th>状态</Th>
              <Th>进度</Th>
              <Th>启动时间</Th>
              <Th>结束时间</Th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={job.id}>
                <Th scope="row">
                  <Link href={`/jobs/${job.id}`} className="text-action underline underline-offset-4">
                    {jobTitle(job)}
                  </Link>
                </Th>
                <Td>
                  <JobStateTag state={job.state} />
                </Td>
                <Td className="whitespace-nowrap tabular-nums">{jobProgress(job)}</Td>
                <Td className="whitespace-nowrap tabular-nums">{formatTime(job.createdAt)}</Td>
                <Td className="whitespace-nowrap tabular-nums">{job.endedAt === null ? '' : formatTime(job.endedAt)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {jobs.some(({ state }) => isUnderWay(state)) ? <RefreshWhile /> : null}
    </>
  )
}
