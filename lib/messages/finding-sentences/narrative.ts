import { parseAddress } from '@/lib/domain/cells/addresses'
import { figureParts } from '@/lib/domain/cells/funds'
import type { FactsOf, FigureCode, RemarkCode } from '@/lib/domain/checks/facts'
import { columnLabels, coverLabels } from '@/lib/messages/column-labels'
import { figureColumnLabels, figureItemLabels, narrativeSectionLabels } from '@/lib/messages/form-labels'
import { sectionLabels } from '@/lib/messages/section-labels'
import { type CodesOf, figure, money, quoted, type Sayings } from './saying'

const keyFigureLabels: Readonly<Record<FactsOf['T01']['what'], string>> = {
  initialBudget: figureColumnLabels.initialBudget,
  adjustedBudget: figureColumnLabels.adjustedBudget,
  actualExpenditure: figureColumnLabels.actualExpenditure,
  carryOver: '年末结转和结余',
  rate: '预算执行率',
  total: '自评得分',
  grade: '等级',
}
/** A key figure as the data have it. */
function keyFigure({ what, data, unit }: FactsOf['T01']): string {
  if (what === 'rate') return `${data}%`
  if (what === 'total') return `${data} 分`
  return what === 'grade' ? `“${data}”` : money(data, unit)
}

/** What is missing: a section or cell that the scheme requires, or a cell of the named row. */
export function unfilledPlace({ name }: FactsOf['T11'], at: string): string {
  const cell = parseAddress(at)
  if (cell?.part === 'indicators') return `${quoted(name) || '一项指标'}的${columnLabels.indicators[cell.column]}`
  if (name === null) return '已添加的一行'
  const asked = parseAddress(name)
  if (asked?.part === 'funds') {
    const { item, column } = figureParts(asked.figure)
    return `${figureItemLabels[item]}的${figureColumnLabels[column]}`
  }
  if (asked?.part === 'cover') return coverLabels[asked.column]
  const sections: Readonly<Record<string, string>> = {
    ...sectionLabels,
    ...narrativeSectionLabels,
    problems: '存在的主要问题',
    measures: '下一步改进措施',
    indicators: '绩效指标',
  }
  return sections[name] ?? name
}

/** How many places of the text are meant, where there are several. What was kept at an approval before they were counted has none. */
const places = ({ count }: { count?: string }): string => ((count ?? '1') === '1' ? '' : `，共 ${count} 处`)

/** The report's text, and what is not filled in. */
export const narrativeSayings: Sayings<Exclude<CodesOf<'T'>, FigureCode | RemarkCode>> = {
  T01: {
    say: (f) => `正文写${quoted(f.text)}，而表中${keyFigureLabels[f.what]}为 ${keyFigure(f)}。`,
    why: '正文的金额、比率和得分必须与表一致。',
  },
  T02: {
    say: (f) => `正文还留有模板文字“${f.found}”${places(f)}（……${f.text}……）。`,
    why: '模板中的占位文字应替换为实际内容。',
  },
  T03: { say: (f) => `正文出现 ${f.found} 年度（“${f.text}”），本表为 ${f.year} 年度。`, why: '沿用往年文稿时容易漏改年份。' },
  T04: {
    say: (f) =>
      f.kind === 'project'
        ? `报告标题为“${f.found}”，填报的项目为“${f.department}”。`
        : `${f.kind === 'title' ? '报告标题中的单位' : f.kind === 'text' ? '正文中的实施单位' : '落款'}为“${f.found}”，填报单位为“${f.department}”。`,
    why: '单位名称应前后一致。',
  },
  T32: {
    say: (f) => `总分 ${f.total} 分，未得满分，此处却写“${f.text}”。`,
    why: '失分必有原因，应如实写明存在的问题和改进措施。',
  },
  T05: {
    say: (f) =>
      f.kind === 'count'
        ? `存在问题 ${f.problems} 条，改进措施 ${f.measures} 条，不相对应。`
        : f.kind === 'unanswered'
          ? '写了存在的问题，没有写改进措施。'
          : f.kind === 'problem'
            ? '此问题没有对应的改进措施。'
            : '此措施没有对应的问题。',
    why: '每个问题都应有措施，措施应针对问题。',
  },
  T06: {
    say: (f) =>
      f.kind === 'indicator'
        ? `正文称“${f.claim}”，但${quoted(f.name)}目标 ${f.target}、实际 ${f.actual}，未达到。`
        : `正文称“${f.claim}”，但存在问题中说“${f.admission}”。`,
    why: '结论应与指标完成情况一致。',
  },
  T07: { say: (f) => `正文引用了“${f.found}”的数据${places(f)}（……${f.text}……），不足一年。`, why: '年度自评应使用全年数据。' },
  T08: { say: (f) => `“${f.found}”疑为“${f.intended}”${places(f)}（……${f.text}……）。`, why: '报告公开后错别字难以收回。' },
  T09: {
    say: (f) => `“${f.text}”：各项合计 ${figure(f.sum)}，与总数 ${figure(f.total)} 相差 ${figure(f.difference)}${f.unit}。`,
    why: '正文中的分项之和应与总数一致。',
  },
  T10: {
    say: (f) =>
      f.kind === 'decimals'
        ? `“${f.text}”的小数位数与其他金额不同${places(f)}。`
        : f.kind === 'width'
          ? `“${f.found}”为全角数字，与其他半角数字写法不同。`
          : `“${f.text}”中的 ${f.found} 没有千分位分隔，与其他数字写法不同${places(f)}。`,
    why: '同一报告的数字写法应统一。',
  },
  T11: { say: (f, at) => `${unfilledPlace(f, at)}未填。`, why: '送审前须填写完整。' },
  T12: {
    say: (f) =>
      f.kind === 'empty'
        ? `“${f.text}”下没有内容。`
        : f.kind === 'again'
          ? `“${f.text}”处同级序号重新从一开始，与上一级标题混淆。`
          : `“${f.text}”的序号为 ${f.number}，前一个为 ${f.before}，不连续。`,
    why: '标题层次应为“一、”“（一）”“1.”“（1）”，逐级编号。',
  },
  T30: {
    say: (f) =>
      f.kind === 'named'
        ? `正文中${quoted(f.name)}有两个数值：${f.first} 和 ${f.second}。`
        : `正文另一处写“${f.second}”，与${keyFigureLabels[f.what]} ${f.first} 不同。`,
    why: '同一指标两处说法不同，须统一；若对象不同，应写明。',
  },
  T31: {
    say: (f) => `正文写${quoted(f.text)}，表中${figureItemLabels[f.what]}为 ${figure(f.data)} ${f.unit}。`,
    why: '正文的分项金额应与表一致。',
  },
}
