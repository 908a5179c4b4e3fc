import { Tag, type TagTone } from '@/components/ui/tag'
import type { JobState } from '@/lib/domain/record/job'
import { jobStateLabels } from '@/lib/messages/jobs'

const tones: Record<JobState, TagTone> = { waiting: 'neutral', running: 'info', done: 'success', failed: 'danger', stopped: 'warning' }

export const JobStateTag = ({ state }: { state: JobState }) => <Tag tone={tones[state]}>{jobStateLabels[state]}</Tag>
