import type { TagTone } from '@/components/ui/tag'
import type { Severity } from '@/lib/domain/checks/findings'

/** The colour of a severity, always beside its word. */
export const severityTones = { error: 'danger', warning: 'warning', info: 'info' } as const satisfies Record<Severity, TagTone>
