import type { TagTone } from '@/components/ui/tag'
import type { Certainty } from '@/lib/domain/intake/read-paper'

/** How sure it is that a value stands where it was put: its colour in the paper and beside the value, and its word. */
export const certaintyTones: Readonly<Record<Certainty, { label: string; tone: TagTone; mark: string }>> = {
  certain: { label: '原文明确', tone: 'info', mark: 'bg-action-soft' },
  likely: { label: '由上下文判断', tone: 'warning', mark: 'bg-warning-soft' },
  unsure: { label: '请核对', tone: 'danger', mark: 'bg-danger-soft' },
}
