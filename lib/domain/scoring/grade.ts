import { atLeast, type Points } from '@/lib/domain/quantities'
import type { Grade, Scheme } from '@/lib/domain/schemes/scheme'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'

/**
 * 等级: the first of the scheme's grades, best first, whose lower bound the total reaches (90 itself is 优); a total
 * below all of them has the last. `null` where there is no total, or the scheme knows no grades.
 */
export function gradeOf(total: Points | null, scheme: Scheme): Grade | null {
  if (total === null) return null
  const { grades } = rulesOf(scheme)
  for (const { grade, from } of grades) if (atLeast(total, from)) return grade
  return grades.at(-1)?.grade ?? null
}

/** A grade by the name that its scheme gives it: 中 here, 合格 there. */
export const gradeName = (grade: Grade, { grades }: { grades: readonly { grade: Grade; name: string }[] }): string =>
  grades.find((one) => one.grade === grade)?.name ?? grade
