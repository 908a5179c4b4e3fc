import { type FigureName, type FigureSplit, figureParts, isFigureItem } from '@/lib/domain/cells/funds'
import type { MoneyColumn } from '@/lib/domain/checks/form'
import type { NumberHint } from '@/lib/domain/reading/number-reading'
import { figureColumnLabels, figureItemLabels } from '@/lib/messages/form-labels'
import { splitLabels } from '@/lib/messages/labels'
import { type CodesOf, figure, money, moreOrLess, quoted, type Sayings } from './saying'

const columnLabels = { ...figureColumnLabels, carryOver: '年末结转和结余', balance: '结余' } satisfies Record<MoneyColumn, string>

/** Splits of the product are named column/split, those of a document as they are printed. */
function splitName(name: string): string {
  const [column = '', split = ''] = name.split('/')
  const labels: Readonly<Record<string, string>> = figureColumnLabels
  return Object.hasOwn(splitLabels, split) && Object.hasOwn(labels, column)
    ? `${labels[column]}${splitLabels[split as FigureSplit]}`
    : quoted(name)
}

const rowName = (item: string): string => (isFigureItem(item) ? figureItemLabels[item] : quoted(item))

const hints: Readonly<Record<NumberHint, string>> = {
  malformedNumber: '',
  tooLong: '数字过长',
  unknownUnit: '单位与本栏不符',
  severalNumbers: '一格里有多个数',
  foreignSign: '夹有不能当作数字的符号，如²、①',
  placeholder: '还是模板文字',
}

/** Money table and execution rate. */
export const fundsSayings: Sayings<CodesOf<'F'>> = {
  F01: {
    say: (f) =>
      `${splitName(f.name)}的各项合计 ${money(f.sum, f.unit)}，与总数 ${money(f.total, f.unit)}不一致，${moreOrLess(f.difference, (difference) => money(difference, f.unit))}。`,
    why: '各分项之和必须等于总数，否则至少有一个数填错。',
  },
  F05: {
    say: (f) =>
      `${columnLabels[f.column]}：其中各行合计 ${money(f.sum, f.unit)}，与总额 ${money(f.total, f.unit)}不一致，${moreOrLess(f.difference, (difference) => money(difference, f.unit))}。`,
    why: '“其中”各行之和应等于年度资金总额。',
  },
  F06: {
    say: (f) =>
      `${quoted(f.item)}全年执行数 ${money(f.spent, f.unit)}超过全年预算数 ${money(f.budget, f.unit)}，超出 ${money(f.over, f.unit)}，执行率 ${f.rate}%。`,
    why: '执行率超过 100% 须说明原因，如上年结转、年中追加未计入全年预算数；得分不超过分值。',
  },
  F07: {
    say: (f) => `全年执行数为 ${money(f.spent, f.unit)}，而全年预算数${f.budget === null ? '未填' : '为 0'}，无法计算执行率和得分。`,
    why: '没有预算就没有执行率；发生了支出必有预算来源。',
  },
  F08: {
    say: (f) => `${rowName(f.item)}所印结余 ${money(f.printed, f.unit)}，而全年预算数减全年执行数为 ${money(f.balance, f.unit)}。`,
    why: '结余应等于预算数减执行数。',
  },
  F09: {
    say: (f) =>
      `${quoted(f.item)}全年执行数 ${money(f.spent, f.unit)}已超过全年预算数 ${money(f.budget, f.unit)}，年末结转和结余却还有 ${money(f.carryOver, f.unit)}；若可用资金为 ${money(f.available, f.unit)}，执行率应为 ${f.rate}%。`,
    why: '钱花超了又有结余，说明全年预算数的口径可能没有包含结转或追加资金。',
  },
  F10: {
    say: (f) => `预算执行率 ${f.rate}%，低于 ${f.bound}%，预算执行偏差说明未填。`,
    why: '方案规定执行率低于该界限时须说明原因。',
  },
  F12: {
    say: (f) =>
      `“三公”经费本年 ${money(f.actual, f.unit)}，上年 ${money(f.prior, f.unit)}，增减 ${money(f.growth, f.unit)}，预算执行偏差说明中未说明原因。`,
    why: '“三公”经费较上年增减须有文字说明。',
  },
  F13: {
    say: (f) =>
      `各重点工作任务${f.column === 'budget' ? '预算' : '执行'}金额合计 ${money(f.tasks, f.unit)}，超过项目支出${f.column === 'budget' ? '全年预算数' : '全年执行数'} ${money(f.project, f.unit)}，超出 ${money(f.over, f.unit)}。`,
    why: '重点任务的金额应包含在项目支出之内。',
  },
  F14: {
    say: (f) =>
      `${splitName(f.name)}的各项合计 ${money(f.sum, f.unit)}与总数 ${money(f.total, f.unit)}相差 ${money(f.difference, f.unit)}，在四舍五入误差之内。`,
    why: '只是尾差，不影响送审。',
  },
  F15: {
    say: (f) => {
      if (f.kind === 'unit') return `金额“${f.found}”的单位与表头“${f.unit}”不同，已换算。`
      if (f.kind === 'far')
        return `金额 ${money(f.found, f.unit)} 是所属合计 ${money(f.total, f.unit)} 的一千倍以上，请核对是否把元填成了${f.unit}。`
      return `金额“${f.found}”与“${f.other}”恰好相差一万倍，请核对是否误用了元或万元。`
    },
    why: '元与万元混用是最常见的填表差错。',
  },
  F16: {
    say: (f) => `“${f.text}”不是规范的数字${hints[f.hint] === '' ? '' : `（${hints[f.hint]}）`}。`,
    why: '读不准的数字不予猜测，也不参与计算。',
  },
  F17: {
    say: (f) => `${figureName(f.figure)}未填；没有发生也请填 0。`,
    why: '空白与 0 含义不同：未填不能参与合计。',
  },
  F18: {
    say: (f) => `${rowName(f.item)}所印执行率 ${f.printed}，按本行数字应为 ${f.rate}%。`,
    why: '执行率等于全年执行数除以全年预算数。',
  },
  F19: {
    say: (f) => `${rowName(f.item)}所印执行率 ${f.printed}，准确值为 ${f.rate}%，是截去尾数或过早取整所致。`,
    why: '比率应四舍五入到所印的小数位。',
  },
  F20: {
    say: (f) => `${rowName(f.item)}是“其中”行，又印了一次 ${f.printed} 分，合计时会重复计算。`,
    why: '预算执行只在总额行计一次分。',
  },
  F21: {
    say: (f) =>
      f.kind === 'maxScore'
        ? `预算执行的分值印为 ${figure(f.printed)}，不可能如此，通常为 ${figure(f.usual)} 分。`
        : `预算执行得分印为 ${figure(f.printed)}，按执行率 ${f.rate}% 和分值 ${figure(f.maxScore)} 应为 ${f.expected}。`,
    why: '预算执行得分由执行率和分值按方案计算。',
  },
  F30: {
    say: (f) =>
      `年初结转 ${money(f.opening, f.unit)}加全年预算数 ${money(f.budget, f.unit)}减全年执行数 ${money(f.spent, f.unit)}应余 ${money(f.expected, f.unit)}，年末结转和结余填 ${money(f.closing, f.unit)}。`,
    why: '年初结转、预算、执行与年末结转之间应当衔接。',
  },
  F34: {
    say: (f) => `${rowName(f.item)}所印到位率 ${f.printed}，按本行数字应为 ${f.rate}%。`,
    why: '到位率等于到位数除以预算数。',
  },
  F35: {
    say: (f) => `${rowName(f.item)}所印到位率 ${f.printed}，准确值为 ${f.rate}%，是截去尾数或过早取整所致。`,
    why: '比率应四舍五入到所印的小数位。',
  },
  F33: {
    say: (f) => `重点工作任务“${f.name}”执行 ${money(f.expenditure, f.unit)}，超过其预算 ${money(f.budget, f.unit)}。`,
    why: '任务支出超过预算，应说明资金来源或更正。',
  },
  F40: {
    say: (f) =>
      `${figureColumnLabels[f.column]}：各项目合计 ${money(f.projects, f.unit)}，部门项目支出 ${money(f.whole, f.unit)}，${moreOrLess(f.difference, (difference) => money(difference, f.unit))}。`,
    why: '各项目之和不应超过部门的项目支出，否则有项目重复列入，或者金额有误。',
  },
  F41: {
    say: (f) =>
      `${figureColumnLabels[f.column]}：各项目合计 ${money(f.projects, f.unit)}，部门项目支出 ${money(f.whole, f.unit)}，${moreOrLess(f.difference, (difference) => money(difference, f.unit))}；方案要求所有项目都要自评。`,
    why: '方案规定项目支出全部纳入项目自评，各项目之和应等于项目支出。',
  },
  F42: {
    say: (f) =>
      `项目支出全年预算数 ${money(f.whole, f.unit)}减去已列项目合计 ${money(f.projects, f.unit)}，尚余 ${money(f.difference.replace('-', ''), f.unit)}；方案要求 ${money(f.amount, f.unit)}及以上的项目都要自评，请核对有无遗漏。`,
    why: '未列入的金额已达到方案规定的界限，可能有应当自评的项目没有列入。',
  },
  F43: {
    say: (f) => `方案要求自评的项目${quoted(f.name)}尚未列入。`,
    why: '方案点名的项目必须有自评表。',
  },
  F32: {
    say: (f) => `${figureName(f.figure)}填为 ${figure(f.found)}，不应为负数。`,
    why: '预算、支出和人数不会小于 0。',
  },
  F31: {
    say: (f) => `年初预算数 ${money(f.initial, f.unit)}调整为全年预算数 ${money(f.adjusted, f.unit)}，预算执行偏差说明没有写明原因。`,
    why: '年中追加或调减预算，复核时通常要看理由。',
  },
}

function figureName(name: FigureName): string {
  const { item, column } = figureParts(name)
  return `${figureItemLabels[item]}的${figureColumnLabels[column]}`
}
