import { moreThan, quantity, times } from '@/lib/domain/quantities'
import { added } from '@/lib/domain/text/adding'
import { knownAs } from '@/lib/domain/text/known'
import type { Row } from '@/lib/domain/text/lists'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, type Reading } from '@/lib/domain/text/reading'

/** 按功能科目分类：一般公共服务支出…: what all classes come to is what was spent in the year, which the form or another chapter says. */
export function ofClasses(reading: Reading, { mark, parts, more }: Row): Mention | null {
  if (!/^[按从](?:支出)?(?:功能|经济|科目|性质|用途)[^，。；]{0,8}(?:分类|划分|分|看)/.test(mark) || more || parts.length < 3) return null
  const spent = knownAs(reading, '全年支出')
  if (spent === null || !parts.every((part) => alike(part, spent))) return null
  const [sum, whole] = [added(parts), spent.value]
  // Nearly all of it, or another whole is meant.
  const isMeant = moreThan(times(sum, NEAREST), whole) && moreThan(times(whole, NEAREST), sum)
  // Its place in the text is that of the classes.
  return isMeant ? { ...spent, start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0, index: -1 } : null
}
const NEAREST = quantity('1.03')
