import { isUnderWay, type Job } from '@/lib/domain/record/job'
import { jobProgress, jobTitle } from '@/lib/messages/jobs'
import { refusalSentence } from '@/lib/messages/refusals'
import { JobStateTag } from './job-state'
import { RefreshWhile } from './refresh-while'

/** How far a job is, as a word, a bar and a figure; drawn again until it moves no more. */
export function JobProgress({ job }: { job: Job }) {
  const said = jobProgress(job)
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p role="status">
        <JobStateTag state={job.state} />
      </p>
      {job.total > 0 ? (
        <>
          <progress className="h-3 w-full max-w-xl accent-action" max={job.total} value={job.done} aria-label={jobTitle(job)} />
          <p className="tabular-nums">{said}</p>
        </>
      ) : null}
      {job.refusal ? <p className="text-danger">{refusalSentence(job.refusal)}</p> : null}
      {isUnderWay(job.state) ? <RefreshWhile /> : null}
    </div>
  )
}
