/** How dates are said: in the time of China wherever the server stands. */

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function read(at: Date | string): Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string> {
  const found = { year: '', month: '', day: '', hour: '', minute: '', second: '' }
  for (const { type, value } of parts.formatToParts(new Date(at))) if (Object.hasOwn(found, type)) found[type as keyof typeof found] = value
  return found
}

/** A moment as the day in China, `2024-05-31`. */
export function dayOf(at: Date | string): string {
  const { year, month, day } = read(at)
  return `${year}-${month}-${day}`
}

/** A moment to the minute: `2024-05-31 14:05`. */
export function formatTime(at: Date | string): string {
  const { hour, minute } = read(at)
  return `${dayOf(at)} ${hour}:${minute}`
}

/** A moment to the second, for logs: `2024-05-31 14:05:09`. */
export const formatTimeExactly = (at: Date | string): string => `${formatTime(at)}:${read(at).second}`

/** Whole days from one day to another, both `2024-05-31`; negative when the second is earlier. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** What a deadline means on a day: 今日截止, 还有 3 天, 已逾期 2 天. */
export function deadlineLabel(deadline: string, today: string): string {
  const days = daysBetween(today, deadline)
  if (days === 0) return '今日截止'
  return days > 0 ? `还有 ${days} 天` : `已逾期 ${-days} 天`
}

/** The moment at which a day in China begins, for filters by day. */
export const startOfDay = (iso: string): Date => new Date(`${iso}T00:00:00+08:00`)
