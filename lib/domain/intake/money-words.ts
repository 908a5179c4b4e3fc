import type { Mention } from '@/lib/domain/text/mentions'
import type { ReadPaper } from './read-paper'

/** What its sentence says before a figure: its clause, and the one before where it only says that it sums up. */
export function clauseBefore({ reading }: ReadPaper, { start }: Mention): string {
  const before = reading.text.slice(Math.max(0, start - 48), start)
  const own = /[^\n，。；：]*$/.exec(before)?.[0] ?? ''
  if (!ONLY_SUM.test(own)) return own
  return `${/[^\n，。；：]*(?=，[^\n，。；：]*$)/.exec(before)?.[0] ?? ''}${own}`
}
const ONLY_SUM = /^(?:共计?|合计|总计|一共)(?:为|是)?$/

/** The sentence up to a figure. */
export const sentenceBefore = ({ reading }: ReadPaper, { start }: Mention): string =>
  /[^\n。；]*$/.exec(reading.text.slice(Math.max(0, start - 120), start))?.[0] ?? ''
