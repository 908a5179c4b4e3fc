import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import { isChange } from '@/lib/domain/text/relations/growth-words'

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

/** 较上年提高1.3个百分点（96.2%）: what it is held against stands alone in the bracket behind. */
export function baseBehind({ mentions, brackets, text }: Reading, change: Mention): Mention | undefined {
  const [base, next] = [mentions[change.index + 1], mentions[change.index + 2]]
  if (base === undefined || brackets[base.bracket]?.before !== change.index || next?.bracket === base.bracket || text[change.end] !== '（')
    return undefined
  const isLike = change.unit.dimension === 'points' ? base.unit.dimension === 'percent' : base.unit.word === change.unit.word
  return isLike &&
    base.hedge === null &&
    /^(?:(?:[上去]年|(?:19|20)\d{2}年)(?:同期)?)?(?:为|是)?$/.test(base.label) &&
    /[较比]/.test(change.label)
    ? base
    : undefined
}

/** 满意度94%，上年91%，提高3个百分点: no other figure of their kind stands in the clauses of the change. */
export const areAlone = (back: readonly Mention[], now: Mention, then: Mention, change: Mention): boolean => {
  const own = back.filter(({ group, label }) => group === change.group && !isChange({ label } as Mention))
  return own.length === 2 && own.includes(now) && own.includes(then)
}
