import type { ExecutionRule, Scheme } from '@/lib/domain/schemes/scheme'
import { perCentText } from '@/lib/messages/per-cent'
import { sayExecutionMethod, sayIndicatorRule, sayOverCompletion } from '@/lib/messages/scheme-rules'

/** The rules of a scheme in sentences. */
export const sayScheme = (scheme: Scheme): { heading: string; sentences: string[] }[] => [
  { heading: '预算执行', sentences: [sayExecution(scheme.execution)] },
  {
    heading: '指标得分',
    sentences: [missedSentence(scheme), atMostSentence(scheme), bandsSentence(scheme), ...overCompletionSentences(scheme)],
  },
  {
    heading: '总分与等级',
    sentences: [...capSentences(scheme), notApplicableSentence(scheme), ...adjustmentSentences(scheme), gradesSentence(scheme)],
  },
]

function sayExecution(rule: ExecutionRule | null): string {
  if (rule === null) return '不单设预算执行率分值。'
  const rounding = rule.decimals === 2 ? '四舍五入保留两位小数' : '四舍五入取整数'
  const reason = rule.reasonBelow === null ? '' : `；执行率低于 ${perCentText(rule.reasonBelow)} 须说明原因`
  return `共 ${rule.maxScore} 分：${sayExecutionMethod(rule)}；${rounding}${reason}。`
}

const missedSentence = ({ defaults }: Scheme): string =>
  defaults.missed === 'ratio' ? sayIndicatorRule({ kind: 'default' }) : '完成年度指标值得满分，未完成的不得分。'

const atMostSentence = ({ defaults }: Scheme): string =>
  defaults.atMostFormula === 'ratio'
    ? '“不超过”类指标未完成时：得分 = 年度指标值 ÷ 实际完成值 × 分值。'
    : '“不超过”类指标未完成时：得分 = 〔1 −（实际完成值 − 年度指标值）÷ 年度指标值〕× 分值，最低 0 分。'

const bandsSentence = ({ qualitativeBands }: Scheme): string =>
  `定性指标分档：${qualitativeBands.map(({ label, from, to }) => `${label} ${perCentText(to)}—${perCentText(from)}`).join('，')}。`

const overCompletionSentences = ({ overCompletion }: Scheme): string[] =>
  overCompletion === null ? [] : [`${sayOverCompletion(overCompletion)}。`]

const capSentences = ({ totalCaps }: Scheme): string[] =>
  totalCaps.map(({ rateBelow, maxTotal }) => `预算执行率低于 ${perCentText(rateBelow)} 的，总分不高于 ${maxTotal} 分。`)

const notApplicableSentence = ({ notApplicable }: Scheme): string =>
  notApplicable === 'rescale' ? '不适用的指标不计分，其余分值按比例折算为百分制。' : '不适用的指标按满分计。'

const adjustmentSentences = ({ adjustments }: Scheme): string[] =>
  adjustments.map(({ name, kind, max }) => `${name}：${kind === 'bonus' ? '加分' : '减分'}，最多 ${max} 分。`)

const gradesSentence = ({ grades }: Scheme): string =>
  `等级：${grades.map(({ name, from }, place) => (place === 0 ? `${from} 分（含）以上为${name}` : from === '0' ? `其余为${name}` : `${from} 分（含）起为${name}`)).join('，')}。`
