import { atMost, moreThan, quantity } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { type Found, foundIn, type ReadPaper, spotOf } from './read-paper'

/** 总分 and 等级 as the report's text says them. `executionScore`: what the rate alone scored. */
export type Results = { total: Found | null; grade: Found | null; executionScore: Found | null }

const TOTAL =
  /总(?:得|评|体得)?分|(?:自评|综合|绩效|评价|评估|评定|最终|整体支出)[^，。；]{0,10}(?:得分|评分|结果|分数|分值|分)?(?:合计|共计)?(?:为|是|达到?|[：:])?$|^(?:综合)?(?:得分|评分|自评)(?:为|[：:])?$|^(?:以上|各项)?(?:合计|共计|总计|共)得?分?(?:为|[：:])?$/
const PART = /指标|产出|效益|满意度|执行|满分|扣|分值|权重|投入|过程|(?<![本该])项目(?!支出)|效果|管理|平均|上年|去年/
const EXECUTION = /预算执行(?:率|情况)?(?:指标|部分)?(?:自评)?(?:得分?|实得|得)(?:为)?$|执行率[^，。；]{0,8}得分?(?:为)?$/
/** 执行率100%，自评分20分; 执行率指标分值10分，得9.5分. */
const BEHIND_RATE =
  /执行率(?:(?:为|达到?|[：:])?[\d.]+[%％]|(?:指标)?(?:分值|权重|满分|标准分)(?:为|[：:])?[\d.]+分?)[，,、（(]?(?:(?:按|按照|根据|对照|依据)[\u4e00-\u9fff]{2,8})?(?:自评|实际|实)?(?:得分?|自评分|分)(?:为)?$/
/** 自评总分：95 on a line of its own. */
const ALONE = /^(?:自评|评价|综合)(?:总分|得分|总得分|分)[：:](\d{2,3}(?:\.\d+)?)分?$/
const MOST = quantity('200')
const LEAST = quantity('30')
const GRADE =
  /(?:等[级次]|评级|评[定价]?为|评定结果|评价结果|自评结果|结果|结论|属于|档次)(?:均|都|评定|确定|级)?(?:为|是)?[：:]?[“"‘]?(优秀|优|良好|良|中等|中|合格|差)(?![\u4e00-\u9fff](?!次|级|等))[”"’]?|[“"‘](优秀|优|良好|良|中等|中|差)[”"’](?:等[次级]|级|档)?|（(优|良|中|差)）/

export function resultsOf(read: ReadPaper): Results {
  const { mentions } = read.reading
  // A project's own score is 项目自评得分.
  const ofProject = read.title.kind === 'project'
  const scores = mentions.filter(({ unit, value, hedge }) => unit.dimension === 'score' && hedge === null && atMost(value, MOST))
  const weight = ({ paragraph, label }: Mention): number => {
    const kind = read.nodes[paragraph]?.kind
    return (
      (kind === 'conclusion' ? 4 : kind === 'problems' || kind === 'measures' ? -3 : 0) +
      (/总/.test(label) ? 2 : 0) +
      (/自评|结论/.test(label) ? 1 : 0)
    )
  }
  const isTotal = (mention: Mention): boolean => {
    const label = labelOf(read, mention)
    const bare = label.replace(ofProject ? /绩效指标|指标体系|项目/g : /绩效指标|指标体系|项目(?:支出)?绩效(?:自评|评价)/g, '')
    return TOTAL.test(label) && !PART.test(bare) && moreThan(mention.value, LEAST)
  }
  const behindRate = scores.filter(({ start }) => BEHIND_RATE.test(read.reading.text.slice(Math.max(0, start - 24), start)))
  const totals = scores.filter((mention) => isTotal(mention) && !behindRate.includes(mention))
  const total = totals.reduce<Mention | null>((best, mention) => (best === null || weight(mention) > weight(best) ? mention : best), null)
  const execution = scores.find((mention) => EXECUTION.test(mention.label) || behindRate.includes(mention))
  return {
    total: total === null ? totalAlone(read) : { text: total.written.replace(/分$/, ''), certainty: 'certain', ...spotOf(read, total) },
    grade: gradeOf(read, total),
    executionScore:
      execution === undefined ? null : { text: execution.written.replace(/分$/, ''), certainty: 'certain', ...spotOf(read, execution) },
  }
}

/** What a score is called; one that stands alone below a heading, or behind it, goes by that: （一）自评得分. */
function labelOf({ texts, nodes }: ReadPaper, { label, paragraph, written }: Mention): string {
  const [text, node] = [texts[paragraph] ?? '', nodes[paragraph]]
  if (label !== '' || node == null) return label
  const end = node.bare ? node.from : (node.headingEnd ?? node.from)
  if (text.slice(end).replace(/[。；]$/, '') !== written) return label
  const head = end > node.from ? node : node.parent
  return head === null ? label : (texts[head.index] ?? '').slice(head.from, head.headingEnd ?? head.from).replace(/[。：:]$/, '')
}

function totalAlone(read: ReadPaper): Found | null {
  for (const [index, text] of read.texts.entries()) {
    const score = ALONE.exec(text)?.[1]
    if (score !== undefined) return foundIn(read, index, text.indexOf(score), text.indexOf(score) + score.length)
  }
  return null
}

/** The grade in the paragraph of the total, else in a section that concludes. */
function gradeOf(read: ReadPaper, total: Mention | null): Found | null {
  const places = [...(total === null ? [] : [total.paragraph]), ...read.texts.keys()].filter(
    (index) => index === total?.paragraph || read.nodes[index]?.kind === 'conclusion',
  )
  for (const index of places) {
    const text = read.texts[index] ?? ''
    const match = GRADE.exec(text)
    const word = match?.[1] ?? match?.[2] ?? match?.[3]
    if (match === null || word === undefined) continue
    const from = match.index + match[0].indexOf(word)
    return foundIn(read, index, from, from + word.length, index === total?.paragraph ? 'certain' : 'likely')
  }
  return null
}
