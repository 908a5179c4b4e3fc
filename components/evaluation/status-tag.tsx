import { Tag, type TagTone } from '@/components/ui/tag'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review'
import type { Grade } from '@/lib/domain/scheme'
import { stateLabel } from '@/lib/messages/labels'

const statusTones: Record<ReviewStatus, TagTone> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'danger',
  approved: 'success',
  published: 'success',
}

export function StatusTag({ status, node }: { status: ReviewStatus; node: ReviewNode }) {
  return <Tag tone={statusTones[status]}>{stateLabel(status, node)}</Tag>
}

const gradeTones: Record<Grade, TagTone> = { excellent: 'success', good: 'info', fair: 'warning', poor: 'danger' }

/** `name`: as the evaluation's scheme calls the grade. */
export function GradeTag({ grade, name }: { grade: Grade; name: string }) {
  return <Tag tone={gradeTones[grade]}>{name}</Tag>
}
