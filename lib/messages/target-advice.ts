import type { AtStake } from '@/lib/domain/explanation/at-stake'
import type { TargetAdvice } from '@/lib/domain/explanation/target-advice'
import { score, shortNumber } from './numbers'

const FLAWS: Readonly<Record<Extract<TargetAdvice, { kind: 'notMeasurable' }>['why'], string>> = {
  words: '没有数值，只能由人判断。能量化的，请写明运算符、数值和单位。',
  unreadable: '看不出要达到多少，请改写为运算符、数值和单位。',
  approximate: '“约”“左右”没有界限，请写明确的数值。',
  openMinimum: '“≥0”怎样都算完成，请写应当达到的数值；要求为零的写“=0”。',
}

/** A doubt about a 年度指标值, with its reason. */
export function sayAdvice(advice: TargetAdvice): string {
  if (advice.kind === 'notMeasurable') return `不可衡量：${FLAWS[advice.why]}`
  const { kind, by, than } = advice
  if (by === 'history') {
    return kind === 'trivial'
      ? `偏低：${advice.year} 年已完成 ${than}，好于这个指标值，设定之前就已达到。`
      : `偏高：历年最好为 ${advice.year} 年的 ${than}，相差三成以上，可能难以达到。`
  }
  return kind === 'trivial'
    ? `偏低：${advice.count} 个同类部门的要求都高出三成以上，最低的为“${than}”。`
    : `偏高：高出 ${advice.count} 个同类部门三成以上，其中最高的为“${than}”。`
}

/** What the 分值 hangs on. */
export function sayStake(stake: AtStake): string {
  const points = `本指标 ${shortNumber(stake.maxScore)} 分`
  switch (stake.kind) {
    case 'tenth':
      return `${points}：与指标值每差一成，约少得 ${score(stake.lost)} 分。`
    case 'all':
      return `${points}：完成得满分，未完成不得分。`
    case 'judged':
      return `${points}：不由数字决定，由填报人按依据评分。`
  }
}
