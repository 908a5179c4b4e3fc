import { dividedBy, equals, hundred, moreThan, plain, plus, type Quantity, zero } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet, total } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/**
 * A chapter names its full marks in brackets (（二）过程情况（20分）) and ends with what was given (得19.2分): never more than
 * they are, and where the full marks of all chapters make 100, what was given makes the total score.
 */
export function sectionScores(reading: Reading): Relation[] {
  const sections = sectionsIn(reading)
  return [...sections.map(ofSection), ...ofTotal(reading, sections)]
}

type Section = { most: Mention; given: Mention }
const isScore = ({ unit, hedge }: Mention): boolean => unit.dimension === 'score' && hedge === null
const isMost = (mention: Mention, reading: Reading): boolean => {
  const { text, brackets } = reading
  return (
    isScore(mention) &&
    mention.bracket !== 0 &&
    !isScored(mention, reading) &&
    /^(?:满分|分值|权重|标准分)?[:：]?$/.test(mention.label) &&
    /^[)）]/.test(text.slice(mention.end)) &&
    (brackets[mention.bracket]?.open ?? 0) >= mention.start - 6
  )
}
/** 过程得19分（满分20分）: the full marks of what was given right before them, not of what follows. */
const isScored = ({ bracket }: Mention, { mentions, brackets }: Reading): boolean => {
  const { before = -1, open = 0 } = brackets[bracket] ?? {}
  const given = mentions[before]
  return given !== undefined && isScore(given) && given.end === open
}
const GIVEN = /(?:^|[，。；])?(?:自评|实际|评价)?(?:得分?|计|评分)(?:为|是|[:：])?$/
/** 项目自评得分96.20分: of all chapters, behind the last of them. */
const OF_ALL = /(?:项目|部门|单位|整体|综合|总|合计)(?:支出)?(?:绩效)?(?:自评|评价)?(?:得分?|评分)(?:为|是|[:：])?$/

function sectionsIn(reading: Reading): Section[] {
  const sections: Section[] = []
  let most: Mention | null = null
  for (const mention of reading.mentions) {
    const inline = fullMarksBefore(mention, reading)
    if (inline !== null) {
      sections.push({ most: inline, given: mention })
      most = null
    } else if (isMost(mention, reading)) most = mention
    else if (most !== null && isScore(mention) && mention.bracket === 0) {
      if (GIVEN.test(mention.label) && !OF_ALL.test(mention.label) && mention.paragraph - most.paragraph <= FARTHEST)
        sections.push({ most, given: mention })
      most = null
    }
  }
  return sections
}
/** 决策10分，得9.5分; 产出类指标满分30分，自评得28.6分: full marks and what was given side by side. */
export function fullMarksBefore(given: Mention, { mentions }: Pick<Reading, 'mentions'>): Mention | null {
  const most = mentions[given.index - 1]
  if (most === undefined || !isScore(given) || !isScore(most) || most.group !== given.group || most.bracket !== given.bracket) return null
  if (!/^(?:自评|实得|(?:自评|实际|评价)?得分?)(?:为)?$/.test(given.label) || /得|扣|总/.test(most.label) || given.lead !== '，')
    return null
  return most
}
/** How many paragraphs a chapter has at most before what was given for it is said. */
const FARTHEST = 12

const ofSection = ({ most, given }: Section): Relation => ({
  kind: 'score',
  result: given,
  operands: [most],
  holds: !moreThan(given.value, most.value),
  certainty: 'plain',
  rule: 'maximum',
  expected: null,
})

const TOTAL = /(?:总得?分|总评分|综合(?:得|评)分|自评得分|合计得?分?|共得)(?:为|是|[:：])?$/
function ofTotal(reading: Reading, sections: readonly Section[]): Relation[] {
  if (sections.length < 2 || !equals(sum(sections.map(({ most }) => most)), hundred)) return []
  const given = sections.map((section) => section.given)
  const last = given.at(-1) as Mention
  const first = sections[0]?.most as Mention
  const whole =
    reading.mentions.find((mention) => mention.index > last.index && isScore(mention) && TOTAL.test(mention.label)) ??
    reading.mentions.findLast((mention) => mention.index < first.index && isScore(mention) && TOTAL.test(mention.label))
  if (whole === undefined) return []
  return [
    {
      kind: 'sum',
      result: whole,
      operands: given,
      holds: meet(total(given.map(({ span }) => span)), whole.span),
      certainty: 'plain',
      rule: 'parts',
      expected: plain(dividedBy(sum(given), unitOf(whole)), 4),
    },
  ]
}
const sum = (mentions: readonly Mention[]): Quantity => mentions.reduce((made, { value }) => plus(made, value), zero)
