import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'

/** Where the figure stands that a change is held against. */

/** 较省定目标（90%）高出4个百分点: what is held against stands in a bracket. */
export const hangsOnBase = ({ text, brackets }: Reading, { bracket }: Mention, change: Mention): boolean => {
  const { open = 0 } = bracket === change.bracket ? {} : (brackets[bracket] ?? {})
  return open > 0 && /(?:[比较与和]|[高低]于|[高超]出|超|差)[^，。；\d]{1,10}$/.test(text.slice(Math.max(0, open - 12), open))
}

/** 举办8个（…），比计划的6个多2个: nothing of their level stands between the three. */
export const isBetween = (now: Mention, then: Mention, change: Mention, reading: Reading): boolean =>
  // 318人，其中参公86人、事业232人，比上年末的325人减少7人: of the 318.
  !/其中[^。；]*$/.test(reading.text.slice(Math.max(0, now.start - 60), now.start)) &&
  (then.index === change.index - 1
    ? /^[比较]/.test(then.label) ||
      (/^(?:[低高优]于|[超高]出|超过)/.test(then.label) && now.index === then.index - 1) ||
      (hangsOnBase(reading, then, change) && now.index === then.index - 1)
    : now.index === change.index - 1 && then.index === now.index - 1 && /[至到]/.test(now.label) && then.group === change.group) &&
  now.group === change.group &&
  reading.mentions
    .slice(Math.min(now.index, then.index) + 1, Math.max(now.index, then.index))
    .every(({ bracket }) => bracket !== change.bracket)
