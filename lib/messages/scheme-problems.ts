import type { FigureGroup } from '@/lib/domain/cells/funds'
import type { ReviewNode } from '@/lib/domain/review/review'
import type { SchemeProblem } from '@/lib/domain/schemes/scheme-problem'
import { nodeLabels } from './labels'
import { figureGroupLabels, requiredLabel } from './scheme-fields'

/** Every problem of a scheme in Chinese, by its code. `{name}` is replaced by the fact of that name. */
const sentences: Readonly<Record<SchemeProblem['code'], string>> = {
  'scheme.malformed': '填写有误。',
  'scheme.notADecimal': '请填写数字（最多六位小数），不带单位和千分位；编号只能用小写字母、数字和连字符。',
  'scheme.missing': '请填写此项。',
  'scheme.tooLong': '内容过长，最多 {longest} 个。',
  'scheme.sumAbove': '{name}分值合计 {sum} 分，超过应有的 {whole} 分。',
  'scheme.sumBelow': '{name}分值合计 {sum} 分，应为 {whole} 分。',
  'scheme.closedSum': '“{name}”只设固定指标，固定指标分值合计 {sum} 分，应为 {whole} 分。',
  'scheme.noRoom': '固定指标已占满“{name}”的 {whole} 分，部门没有可以自设指标的分值，应注明只设固定指标。',
  'scheme.nameTwice': '“{name}”重复出现。',
  'scheme.idTwice': '编号“{name}”重复出现。',
  'scheme.unknownDimension': '方案中没有一级指标“{name}”。',
  'scheme.unknownGroup': '该一级指标下没有二级指标“{name}”。',
  'scheme.tooManyDecimals': '分值 {found} 超过两位小数。',
  'scheme.bandsMissing': '请至少设置一档。',
  'scheme.shareAboveOne': '得分比例不能超过 100%。',
  'scheme.thresholdTooLow': '界限应大于 100%。',
  'scheme.deductMissing': '请填写减几分。',
  'scheme.notFalling': '应低于上一档（{before}）。',
  'scheme.worseEarnsMore': '不应高于上一档。',
  'scheme.gradeTwice': '同一等级只能设一次。',
  'scheme.rateTwice': '该执行率已设封顶。',
  'scheme.capRises': '执行率更低，总分上限不应高于 {before} 分。',
  'scheme.adjustmentAbove': '加减分不能超过 100 分。',
  'scheme.pointsAbove': '得分不能超过 {whole} 分。',
  'scheme.bandsOverlap': '与相邻档次重叠。',
  'scheme.bandsOpen': '最低一档的下限和最高一档的上限应留空，使每个数值都属于某一档。',
  'scheme.unknownRequired': '没有名为“{name}”的填报内容。',
  'scheme.figureOff': '“{name}”属于“{group}”，本方案未启用该项数据。',
  'scheme.unknownChapter': '报告没有名为“{name}”的章节。',
  'scheme.nodeTwice': '环节“{name}”重复出现。',
  'scheme.nodeMissing': '审核环节必须包括“{name}”。',
  'scheme.deadlineWithoutNode': '未设“{name}”环节，不能规定其期限。',
  'scheme.deadlineTooEarly': '期限不能短于前一环节（{before} 天）。',
  'scheme.gradesGap': '最低等级应从 0 分起。',
  'scheme.bandsGap': '应与相邻档次（{before}）衔接。',
  'scheme.aboveHundred': '不能高于 100 分。',
  'scheme.notPositive': '应大于 0。',
  'scheme.bandEmpty': '上限应高于下限（{before}）。',
  'formula.tooLong': '公式过长，最多 {limit} 个字符。',
  'formula.empty': '请填写公式。',
  'formula.unexpected': '公式第 {line} 行第 {column} 字“{text}”处有误。',
  'formula.unexpectedEnd': '公式在第 {line} 行第 {column} 字处不完整。',
  'formula.expected': '公式第 {line} 行第 {column} 字“{text}”处应为“{expected}”。',
  'formula.unknownName': '公式第 {line} 行第 {column} 字：没有名为“{text}”的数据。',
  'formula.unknownCharacter': '公式第 {line} 行第 {column} 字：不能使用字符“{text}”。',
  'formula.numberTooLong': '公式第 {line} 行第 {column} 字：数字最多 {limit} 位。',
  'formula.tooDeep': '公式第 {line} 行第 {column} 字：括号或函数嵌套超过 {limit} 层。',
  'formula.tooManyParts': '公式过于复杂，最多 {limit} 个部分。',
  'formula.conditionOnlyInIf': '公式第 {line} 行第 {column} 字：比较只能写在“如果（条件，值，值）”的条件中。',
  'formula.conditionWanted': '公式第 {line} 行第 {column} 字：此处应为比较，如“编制数 > 0”。',
  'formula.twoValuesWanted': '公式第 {line} 行第 {column} 字：“{text}”至少要有两个值。',
  'formula.roundDecimals': '公式第 {line} 行第 {column} 字：四舍五入的小数位数应为 0 至 {limit} 的整数。',
}

/** Which level a sum is of, where it has no name: the whole. */
const nameless: Readonly<Partial<Record<SchemeProblem['code'], string>>> = {
  'scheme.sumAbove': '预算执行率与各一级指标的',
  'scheme.sumBelow': '预算执行率与各一级指标的',
}

/** What the code calls by words of its own is said in Chinese: nodes, groups of figures, figures and sections. */
function saidFact(code: SchemeProblem['code'], fact: string, found: string): string {
  if (fact === 'group') return figureGroupLabels[found as FigureGroup] ?? found
  if (fact !== 'name') return found
  if (NODE_CODES.has(code)) return nodeLabels[found as ReviewNode] ?? found
  return code === 'scheme.figureOff' ? requiredLabel(found) : found
}
const NODE_CODES: ReadonlySet<SchemeProblem['code']> = new Set<SchemeProblem['code']>([
  'scheme.nodeTwice',
  'scheme.nodeMissing',
  'scheme.deadlineWithoutNode',
])

export function schemeProblemSentence({ code, facts }: SchemeProblem): string {
  return sentences[code].replace(/\{(\w+)\}/g, (_, fact: string) => {
    const found = saidFact(code, fact, facts[fact] ?? '')
    if (fact !== 'name' || !code.startsWith('scheme.sum')) return found
    return found === '' ? (nameless[code] ?? '') : `“${found}”的`
  })
}
