import type { FigureCode, RemarkCode } from '@/lib/domain/checks/facts'
import { figure, quoted, type Sayings } from './saying'

const COMPARED: Readonly<Record<string, string>> = {
  above: '不高于',
  below: '不低于',
  least: '低于',
  most: '高于',
  equal: '不等于',
  up: '高于',
  down: '低于',
}

/** What is said of the figures of a report's text that contradict each other. */
export const figureSayings: Sayings<FigureCode | RemarkCode> = {
  T33: {
    say: (f) =>
      `${quoted(f.result)}其中所列各项（${f.operands}）合计 ${figure(f.expected ?? '')}${f.unit}；若未列全，请写明“等”或其余部分。`,
    why: '读者会把“其中”各项与总数相加核对。',
  },
  T34: {
    say: (f) => `${f.operands}，${quoted(f.result)}应为 ${figure(f.expected ?? '')}%。`,
    why: '正文中的比率和占比应能由同处的数字算出。',
  },
  T35: {
    say: (f) => `${f.operands}，${quoted(f.result)}应为 ${figure(f.expected ?? '')}${f.unit}。`,
    why: '结余、未付、未完成等余数应等于总数减去已用、已付、已完成数。',
  },
  T36: {
    say: (f) =>
      f.rule === 'fromZero'
        ? `基数为 0${f.operands === '' ? '' : `（${f.operands}）`}，不能计算${quoted(f.result)}。`
        : `${f.operands}，${quoted(f.result)}应为 ${figure(f.expected ?? '')}${f.unit}。`,
    why: '增减额和增减幅度应能由两个时期的数字算出。',
  },
  T37: {
    say: (f) =>
      f.expected === null
        ? `${f.operands === '' ? '' : `${f.operands}，`}${quoted(f.result)}与所写的${f.rule === 'ratio' ? '比例' : `“${f.rule}”`}不符。`
        : `${f.operands}，${quoted(f.result)}应为 ${figure(f.expected)}${f.unit}。`,
    why: '单价、数量与金额，总数与平均数应能互相算出。',
  },
  T38: {
    say: (f) =>
      f.rule === 'direction'
        ? `${f.operands}，${quoted(f.result)}的增减方向与数字相反。`
        : f.rule === 'schedule'
          ? `${quoted(f.operands)}与${quoted(f.result)}不符：请按已过去的月份核对。`
          : `${quoted(f.operands)}${COMPARED[f.rule] ?? '不符合'}${quoted(f.result)}的说法与数字相反。`,
    why: '高于、低于、增长、下降等用词应与数字一致。',
  },
  T39: {
    say: (f) =>
      f.kind === 'rank'
        ? f.rule === 'extreme'
          ? `正文称${quoted(f.text)}，但${quoted(f.against)}与此不符。`
          : `正文称${quoted(f.text)}，但各数依次为${quoted(f.against)}。`
        : `正文称${quoted(f.text)}，同处又写${quoted(f.against)}。`,
    why: '结论应与正文列出的数字和事实一致。',
  },
  T40: {
    say: (f) => `${quoted(f.text)}${DATE_SAID[f.rule]?.(f.against) ?? '日期有误。'}`,
    why: '日期应真实存在、先后合理，并与评价年度相符。',
  },
  T41: {
    say: (f) => {
      const [before = '', number = ''] = f.against.split('|')
      return f.kind === 'ordinal'
        ? `${quoted(f.text)}的序号为第 ${number}，前一个为第 ${before}，不连续。`
        : `${quoted(f.text)}，但列出的有 ${f.against} 项。`
    },
    why: '所写的项数应与列出的项数一致。',
  },
  T45: {
    say: (f) => `“其中”的${quoted(f.result)}大于总数${quoted(f.operands)}。`,
    why: '部分不能大于总数。',
  },
  T46: {
    say: (f) => `正文写${quoted(f.result)}，表中${f.operands}。`,
    why: '正文的数字应与表中的预算数、执行数和实际完成值一致。',
  },
  T42: {
    say: (f) => `${quoted(f.result)}与前文${quoted(f.operands)}不一致。`,
    why: '同一事项前后的数值应一致。',
  },
  T43: {
    say: (f) => `${quoted(f.text)}缺${f.rule === 'yuan' ? '“元”' : '百分号或单位'}。`,
    why: '比率应写明百分号，金额应写明单位。',
  },
  T44: {
    say: (f) => (f.rule === 'maximum' ? `${quoted(f.result)}超过${quoted(f.operands)}。` : `${quoted(f.result)}与等级“${f.rule}”不符。`),
    why: '等级应与得分对应，得分不超过分值。',
  },
}

/** What is wrong with a date, by the rule that it breaks. */
const DATE_SAID: Readonly<Record<string, (against: string) => string>> = {
  impossible: (days) => (days === '' ? '不是真实的日期。' : `不是真实的日期，该月只有 ${days} 天。`),
  beyond: (year) => `与 ${year} 年度的报告不符。`,
  order: (other) => `与前面的“${other}”先后颠倒。`,
  notEarlier: (other) => `：“${other}”并不早于此日期。`,
  notLater: (other) => `：“${other}”并不晚于此日期。`,
  year: (year) => `与 ${year} 年不符。`,
  duration: (between) => `与“${between}”的时间不符。`,
  deadline: (late) => `与“${late}”不符。`,
}
