import type { Grade, Scheme } from '@/lib/domain/scheme'
import { gradeLabels } from './labels'

/** A grade by the name that its scheme gives it: 中 here, 合格 there. */
export const gradeName = (grade: Grade, { grades }: Pick<Scheme, 'grades'>): string =>
  grades.find((one) => one.grade === grade)?.name || gradeLabels[grade]
