/** How dates are said: in the time of China wherever the server stands. */

/** China has one time, 8 hours ahead of UTC, and no summer time (since 1992): in plain numbers, for a list says hundreds of moments. */
const AHEAD_MS = 8 * 3_600_000

/** `2024-05-31T14:05:09.000Z`, as clocks in China show it. */
const inChina = (at: Date | string): string => new Date(new Date(at).getTime() + AHEAD_MS).toISOString()

/** A moment as the day in China, `2024-05-31`. */
export const dayOf = (at: Date | string): string => inChina(at).slice(0, 10)

/** A moment to the minute: `2024-05-31 14:05`. */
export const formatTime = (at: Date | string): string => inChina(at).slice(0, 16).replace('T', ' ')

/** A moment to the second, for logs: `2024-05-31 14:05:09`. */
export const formatTimeExactly = (at: Date | string): string => inChina(at).slice(0, 19).replace('T', ' ')

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
