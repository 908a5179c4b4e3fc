import { equals } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import type { Reading } from '@/lib/domain/text/reading'
import { sharedRun } from '@/lib/domain/text/subjects'
import { sameDeed } from '@/lib/domain/text/vocabulary/deeds'
import { type Counted, countedBy, countedIn, kindred } from './prices'

/** Where the number and the total of a price stand. */

/**
 * Prices in a row (县道每公里1万元、乡道每公里5千元…，分别支出…) have their totals in a row behind them: the one of this price.
 * Undefined where the price stands alone or beside others in clauses of their own, null where the row has no totals.
 */
export function inRow({ mentions }: Reading, each: Mention): Mention | null | undefined {
  const row = rowsOfPrices(mentions)[each.index]
  if (row === undefined || row.first === row.last) return undefined
  const head = mentions[row.last + 1]
  // 按每个工120元计算，亩均节本144元 are no row.
  if (head === undefined || !/分别|据此|依次|各/.test(head.label)) return row.isClose ? null : undefined
  const total = mentions[row.last + 1 + each.index - row.first]
  return total?.group === each.group && total.unit.dimension === each.unit.dimension ? total : null
}
type PriceRow = { first: number; last: number; isClose: boolean }
/** For each figure that is a price the row that it stands in, read in one pass; `isClose`: nothing but 、 parts them. */
const rowsOfPrices = once((mentions: readonly Mention[]): readonly (PriceRow | undefined)[] => {
  let row: PriceRow | undefined
  let before: Mention | undefined
  return mentions.map((mention, index) => {
    if (countedIn(mention) === null) row = undefined
    else if (row === undefined || mention.group !== before?.group || mention.unit.dimension !== before.unit.dimension)
      row = { first: index, last: index, isClose: true }
    else {
      row.last = index
      row.isClose &&= mention.lead === '、'
    }
    before = mention
    return row
  })
})
/** The number that goes by the price's own name: 乡道865.3公里, 乡道每公里5,000元. */
export function numberNamed(pool: readonly Mention[], each: Mention, of: Counted): Mention | undefined {
  const name = each.label.replace(/每.*$/, '')
  return nearest(
    pool.filter((mention) => countedBy(mention, of) && sharedRun(mention.label, name) >= 2),
    each,
  )
}

/** What the price is of: its clauses from the beginning of the group, and the title that its paragraph begins with. */
export function topicOf({ text, paragraphs }: Reading, each: Mention): string {
  const paragraph = paragraphs[each.paragraph]?.start ?? 0
  const title = /^[^。，；]{0,24}。/.exec(text.slice(paragraph, paragraph + 26))?.[0] ?? ''
  const clauses = text.slice(Math.max(paragraph, each.start - 48), each.start)
  return `${title}|${clauses.slice(clauses.lastIndexOf('；') + 1)}`
}

const nearest = (mentions: readonly Mention[], to: Mention): Mention | undefined =>
  [...mentions].sort((a, b) => Math.abs(a.index - to.index) - Math.abs(b.index - to.index) || a.index - b.index)[0]

export function numberFor(
  near: readonly Mention[],
  pool: () => readonly Mention[],
  each: Mention,
  of: Counted,
  topic: string,
): Mention | undefined {
  // 扶持1,368人，带动5,472人，平均每位带动4人: what goes by the average's own words is the total.
  const isOfTotal = of.units?.includes(each.unit.word) === true
  const isTotal = ({ label }: Mention): boolean =>
    (isOfTotal && sharedRun(label, each.label) >= 2) || /[比较][^，。；]{0,8}[增减多少高低]$/.test(label)
  // 减免困难学生46人 far behind the price is another story.
  // 平均每名教师服务18名学生: of teachers, whatever else is counted in 名; 平均每次4,000人次: of the times, not of who came.
  const noun = EACH_OF.exec(each.label)?.[1]
  const isOther = ({ label, after, unit }: Mention): boolean =>
    (noun !== undefined && !(label + after).includes(noun)) ||
    (of.units?.[0] === '次' && unit.word === each.unit.word && unit.word !== '次')
  // 长者饭堂由9个增加到12个: the second is called as the first.
  const isCounted = (mention: Mention): boolean =>
    countedBy(mention, of) ||
    (/^(?:增加|扩大|减少|增|减|扩|发展)[到至]$/.test(mention.label) &&
      near.some(
        (from) =>
          from.index === mention.index - 1 &&
          from.unit.word === mention.unit.word &&
          countedBy({ ...from, label: from.label.replace(/[由从]$/, '') }, of),
      ))
  const here = near.filter(
    (mention) =>
      mention.group === each.group &&
      mention.index <= each.index + 2 &&
      !isOther(mention) &&
      isCounted(mention) &&
      !isTotal(mention) &&
      !(mention.index > each.index && /减免|其中|另/.test(mention.label)),
  )
  // 受益人口7.56万人，其中脱贫人口1.89万人，占25%，人均750元: of all of them, where a share tells of the others in passing.
  const isAside = ({ label, index }: Mention): boolean =>
    label.startsWith('其中') &&
    near.some((share) => share.index === index + 1 && share.unit.dimension === 'percent' && /^占/.test(share.label))
  const ahead = here.filter(({ index }) => index < each.index)
  const own =
    nearest(
      ahead.filter((mention) => !isAside(mention)),
      each,
    ) ??
    nearest(ahead, each) ??
    nearest(here, each)
  if (own !== undefined) return own
  const named = pool().filter(
    (mention) => countedBy(mention, of) && (sharedRun(mention.label, topic) >= 3 || sharedRun(mention.label, each.label) >= 2),
  )
  const beside = near.filter(
    (mention) =>
      countedBy(mention, of) && mention.sentence >= each.sentence - 1 && mention.index < each.index && !mention.label.startsWith('其中'),
  )
  return nearest(named, each) ?? (of.units === null ? undefined : (beside[0] ?? onlyNamed(pool(), each, of)))
}

/** Who it is so much for, said behind the measure word. */
const EACH_OF = /每[名位个]([教学职居村员企社小调]?(?:教师|学生|职工|居民|村民|社区|小区|企业|调查员|网格员|民警|医生|护士|驾驶员))/
/** 新购图书5,424册，生均2册: the pupils stand elsewhere, where the text has one number of them. */
function onlyNamed(pool: readonly Mention[], each: Mention, { noun }: Counted): Mention | undefined {
  if (noun === undefined || !/^[生师班]均$/.test(each.label)) return undefined
  const named = pool.filter(
    ({ label, unit, index }) =>
      index < each.index &&
      noun.test(label) &&
      /^(?:现有|共有|有|共)?(?:在校|全校|全园)?(?:学生|幼儿|教师|教职工|教学班|班级?)?(?:人数|总数)?$/.test(label) &&
      ['people', 'things'].includes(unit.dimension),
  )
  const [first] = named
  return first !== undefined && named.every(({ value }) => equals(value, first.value)) ? first : undefined
}

/** The total behind the price (计1,890万元), else right before it, else elsewhere under the same name. */
export function totalFor(
  near: readonly Mention[],
  pool: () => readonly Mention[],
  each: Mention,
  number: Mention,
  topic: string,
): Mention | undefined {
  const here = near.filter(
    (mention) => mention.group === each.group && kindred(mention, each) && mention !== number && !MORE_FOR_ALL.test(mention.label),
  )
  const after = here.find(
    ({ index, label, lead }) =>
      index > each.index &&
      index <= Math.max(each.index + 2, number.index === each.index + 2 ? number.index + 1 : 0) &&
      (TOTAL.test(label) || (label === '' && lead === '，') || sharedRun(label, each.label) >= 2),
  )
  const ahead = here.find(
    ({ index, label }) =>
      index < each.index && index >= Math.min(each.index, number.index) - (each.unit.word === '次' ? 4 : 2) && !OTHER_TOTAL.test(label),
  )
  if (after !== undefined || ahead !== undefined) return after ?? ahead
  // What the sentence itself says comes before what the clauses of the one before say.
  const own = topic.slice(topic.lastIndexOf('。') + 1)
  const ofTopic = (words: string) =>
    pool().filter((mention) => kindred(mention, each) && mention !== number && sharedRun(mention.label, words) >= 4)
  const ofOwn = ofTopic(own)
  const named = ofOwn.length > 0 ? ofOwn : ofTopic(topic)
  if (named.length > 0) return nearest(named, each)
  const noun = /均([\u4e00-\u9fff]{2,4})$/.exec(each.label)?.[1]
  const stated =
    noun === undefined
      ? []
      : pool().filter(
          (mention) =>
            mention.index < each.index &&
            kindred(mention, each) &&
            mention.unit.word === each.unit.word &&
            (mention.label.includes(noun) || sameDeed(noun, mention.label)),
        )
  return nearest(stated, each)
}
/** 96人年增加支出57.6万元: what a change of the price comes to. */
const MORE_FOR_ALL = /(?:增加|增支|多支|减少|减支)(?:支出|资金|经费)$/
const TOTAL = /[合共总小]?计|月发|核[定拨]|拨付|总产|产量|共|支[出付]|安排|需|即|金额|投入|投资|补助|发放|成本|应|达到?|约/
const OTHER_TOTAL = /[上去]年|结余|增|减/
