import { moreThan, quantity, times } from '@/lib/domain/quantities'
import { added } from '@/lib/domain/text/adding'
import { knownAs } from '@/lib/domain/text/known'
import type { Row } from '@/lib/domain/text/lists'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, type Reading } from '@/lib/domain/text/reading'

/** 按功能科目分类：一般公共服务支出…: what all classes come to is what was spent in the year, which the form or another chapter says. */
export function ofClasses(reading: Reading, { mark, parts, more }: Row): Mention | null {
  if (!BY_CLASS.test(mark) || more || parts.length < 3) return null
  const sum = added(parts)
  const meant = ['全年支出', '全年预算']
    .map((name) => knownAs(reading, name))
    .find(
      (known) =>
        known !== null &&
        parts.every((part) => alike(part, known)) &&
        // Nearly all of it, or another whole is meant.
        moreThan(times(sum, NEAREST), known.value) &&
        moreThan(times(known.value, NEAREST), sum),
    )
  // Its place in the text is that of the classes.
  return meant == null ? null : { ...meant, start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0, index: -1 }
}
const BY_CLASS = /^[按从分](?:支出)?(?:功能|经济|科目|性质|用途|项目|单位)[^，。；]{0,8}(?:分类|划分|分|看|：)/
const NEAREST = quantity('1.03')
