import { Tag, type TagTone } from '@/components/ui/tag'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import type { Grade } from '@/lib/domain/schemes/scheme'
import { RECONSTRUCTED_MARK, stateLabel } from '@/lib/messages/labels'

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

/** Marks a case with 示例倒推值, wherever it is named. */
export const ReconstructedTag = () => <Tag tone="warning">{RECONSTRUCTED_MARK}</Tag>

const gradeTones: Record<Grade, TagTone> = { excellent: 'success', good: 'info', fair: 'warning', poor: 'danger' }

/** `name`: as the evaluation's scheme calls the grade. */
export function GradeTag({ grade, name }: { grade: Grade; name: string }) {
  return <Tag tone={gradeTones[grade]}>{name}</Tag>
}
