import type { ReportCell, ReportColumn } from '@/lib/domain/report-document'
import { printable } from '@/lib/report/printable'

/** A cell of text; whatever was typed becomes one line. */
export const cell = (text: string): ReportCell => ({ text: printable(text) })
/** A cell that names what stands beside it. */
export const label = (text: string, span = 1): ReportCell => (span === 1 ? { text, label: true } : { text, span, label: true })

export const column = (heading: string, width: number, align: ReportColumn['align'] = 'start'): ReportColumn => ({ heading, width, align })
