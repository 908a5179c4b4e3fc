import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page'
import type { Job } from '@/lib/domain/record/job'
import { JobProgress } from './job-progress'

/** A job at the place where it was started, with the way to its own page. */
export function JobNotice({ job, title, children }: { job: Job; title: string; children?: ReactNode }) {
  return (
    <Section title={title}>
      <JobProgress job={job} />
      {children}
      <p className="mt-2 text-sm">
        <Link href={`/jobs/${job.id}`} className="text-action underline underline-offset-4">
          查看后台任务
        </Link>
      </p>
    </Section>
  )
}
