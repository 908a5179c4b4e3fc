import { equals, hundred, isPositive, moreThan } from '@/lib/domain/quantities'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive } from '@/lib/domain/text/ratio'
import { alike, before, behind, type Reading, sameUnit } from '@/lib/domain/text/reading'
import { RATE_FAMILIES, type RateFamily } from '@/lib/domain/text/vocabulary/rates'
import { type RatePair, wholeInBracket } from './rate-pairs'
import { isUsable, sharesStem, stemOf } from './rate-words'

/** Part and whole of a named rate by the words that its name shares with them. */

/** How many figures back the two are looked for. */
const FAR = 12

export function pairOf(reading: Reading, rate: Mention, name: string): RatePair | null {
  const family = RATE_FAMILIES.find((one) => one.name.test(name)) ?? null
  const near = before(reading, rate, FAR).filter(isUsable)
  const stem = stemOf(name)
  const own = near.filter(({ group, sentence }) => group === rate.group || (sentence === rate.sentence && family?.money === true))
  const limit = /及时|按[期时]|到期|限时|当[日场]/.exec(name)?.[0]
  const deed = STAGES.find((words) => words.test(name))
  const isPart = (mention: Mention): boolean =>
    (deed === undefined || deed.test(mention.label) || !STAGES.some((words) => words.test(mention.label))) &&
    (limit === undefined || family?.money === true || mention.label.includes(limit)) &&
    (family?.money === true) === (mention.unit.dimension === 'money') &&
    // 抽检5,000批次，不合格15批次，合格率99.7%.
    isDenied(mention.label, stem) === isDenied(name, stem) &&
    !/^(?:计划|应)到位(?:资金)?$/.test(mention.label) &&
    (family?.part.test(mention.label) === true || sharesStem(mention.label, stem) || isStretch(mention, rate))
  const part = own.find(isPart) ?? (family === null ? undefined : inSentenceBefore(reading, rate, family, near))
  if (part === undefined) return family?.money === true ? spentBefore(reading, rate) : partBehind(reading, rate, stem, near)
  // 游客满意度91.2%、群众满意度93.4%: no rate is a part of another.
  if (part.unit.dimension === 'percent' || (family === null && !sharesStem(part.label, stem))) return null
  // What stands between the part and the rate must not be a figure that could be the part itself.
  const subject = subjectOf(part.label)
  const wholes = before(reading, part, family?.money === true ? 24 : FAR, family?.money === true).filter(
    (mention) =>
      isUsable(mention) &&
      alikeInRates(mention, part) &&
      (family?.money === true || mention.sentence === part.sentence) &&
      // 执行率97%（财政拨款预算6,000万元）；其他资金支出163万元: what a bracket says of one is no whole of the next.
      !(mention.bracket !== 0 && mention.bracket !== part.bracket && mention.group !== part.group),
  )
  const named = wholes.find(
    (mention) =>
      (family?.whole ?? NONE).test(mention.label) &&
      !(family?.part.test(mention.label) === true && family.money === true && !/预算|到位|安排|下达|总投资|概算/.test(mention.label)) &&
      !moreThan(part.value, mention.value),
  )
  const ofSubject =
    subject === '' || family?.money !== true
      ? undefined
      : wholes.find(
          ({ label, value }) =>
            label.includes(subject) &&
            !family.part.test(label.replace(/下达|到位/g, '')) &&
            // 结余率 is of what there was, not of what was spent.
            !(LEFT.test(name) && SPENT.test(label)) &&
            !moreThan(part.value, value),
        )
  const next = wholes[0]
  // 登记186例，规则服药197例，规则服药率96.24%: side by side, even where the part is too large.
  const isBeside =
    next !== undefined &&
    next.index === part.index - 1 &&
    part.index === rate.index - 1 &&
    next.lead !== '、' &&
    !isInSplit(reading, next) &&
    sharesStem(part.label, stem)
  // 终端1,280个，覆盖行政村128个，平均每村10个，村覆盖率100%: the part is all there are, and the figure before it is of other things.
  const isAll = equals(rate.value, hundred) && family === null && part.index !== rate.index - 1
  // 82个项目中，已立项74个，已开工76个，开工率92.68%: of those that were named first, which the nearest are some of.
  const isOfFarther =
    next !== undefined &&
    moreThan(part.value, next.value) &&
    wholes.some((mention) => mention.group === part.group && sameUnit(mention, part) && canGive(part.span, mention.span, rate))
  const beside =
    next !== undefined &&
    !isAll &&
    !isOfFarther &&
    next.group === part.group &&
    (isBeside || !moreThan(part.value, next.value)) &&
    !isSameDeedTwice(part, next) &&
    part.index - next.index <= 2
      ? next
      : undefined
  // 在职1,860人，比编制2,040名少180名，编制使用率91.18%.
  const heldAgainst = before(reading, rate, 3).find(
    (mention) =>
      mention.index > part.index &&
      /^[比较]/.test(mention.label) &&
      (family?.whole ?? NONE).test(mention.label) &&
      alikeInRates(mention, part) &&
      mention.group === rate.group,
  )
  // 实际防治7.76万亩，防治率97%；无公害防治6.984万亩，无公害防治率90%: of what was done, of which it is a kind.
  const ofKind =
    family?.money !== true && part.index === rate.index - 1 && part.label === name.replace(/率$/, '') && part.label.length > 3
      ? wholes.find(({ label, value }) => label !== part.label && label.endsWith(stem) && moreThan(value, part.value))
      : undefined
  const after = behind(reading, rate, 2).find(
    (mention) =>
      isUsable(mention) &&
      sameUnit(mention, part) &&
      (family?.whole ?? NONE).test(mention.label) &&
      moreThan(mention.value, part.value) &&
      mention.group === rate.group,
  )
  const whole =
    family?.money === true
      ? (ofSubject ?? (subject === '' || named?.sentence === part.sentence ? named : undefined) ?? after)
      : (heldAgainst ??
        (isOfFarther ? wholes.find((mention) => canGive(part.span, mention.span, rate)) : undefined) ??
        beside ??
        ofKind ??
        named ??
        after)
  const wide = wholeInBracket(reading, rate, part) ?? whole ?? inParagraph(reading, part, family) ?? ofForm(reading, subject, name)
  // 到位资金7,257.6万元；县级资金到位1,209.6万元，到位率80%: what came is no whole of what came.
  if (wide !== undefined && /到位率$/.test(name) && /到位/.test(wide.label) && !/[应需]|计划/.test(wide.label)) return null
  if (wide === undefined || !isPositive(wide.value) || (wide.index < 0 && (!alike(wide, part) || moreThan(part.value, wide.value))))
    return null
  return [part, wide]
}
/** 核定编制96名，年末在职89人，空编7名。人员控制率92.71%: a rate alone in its sentence, of the one part and whole that the sentence before names. */
function inSentenceBefore({ mentions }: Reading, rate: Mention, family: RateFamily, near: readonly Mention[]): Mention | undefined {
  if (family.acrossSentences !== true || mentions[rate.index - 1]?.sentence === rate.sentence) return undefined
  const parts = near.filter(
    ({ sentence, label }) => sentence === rate.sentence - 1 && family.part.test(label) && !/其中|退休|离休|聘用|编外|空编|编制/.test(label),
  )
  return parts.length === 1 ? parts[0] : undefined
}
/** 办理身份证4.2万张，办理居住证1.8万张，一次办结率99.2%: one deed done with two things. */
const isSameDeedTwice = (a: Mention, b: Mention): boolean =>
  a.label.length > 3 && b.label.length > 3 && /^(?:办理|新建|改造|发放|完成|开展|举办|组织|建成)/.exec(a.label)?.[0] === b.label.slice(0, 2)
/** 采样1,500份，其中春季720份、秋季780份，合格1,320份: what is split up is the whole, not the last of its parts. */
const isInSplit = ({ mentions, text }: Reading, { index, group, start, label }: Mention): boolean =>
  /其中/.test(label) || (mentions[index - 1]?.group === group && /其中[^；。]*$/.test(text.slice(Math.max(0, start - 40), start)))
const isDenied = (label: string, stem: string): boolean => stem.length === 2 && (label.includes(`不${stem}`) || label.includes(`未${stem}`))
/** 上半年支出2,721.6万元，进度42%；前三季度4,536万元，进度70%: what was spent by then, said by the time alone. */
const isStretch = ({ index, label, unit }: Mention, rate: Mention): boolean =>
  index === rate.index - 1 && unit.dimension === 'money' && /^(?:前?[一二三四]个?季度|[上下]半年|前?\d{1,2}个?月末?)$/.test(label)
/** 已到位资金7,790万元，到位率95%: what the whole had to be stands in the form. */
function ofForm(reading: Reading, subject: string, name: string): Mention | undefined {
  return subject === '' && /(?:到位|执行|支出|支付)(?:率|进度)$/.test(name) ? (knownAs(reading, '全年预算') ?? undefined) : undefined
}
/** 本年支出合计4,305万元，…。全年预算4,500万元，预算执行率95.67%: what was spent by the whole stands in the sentence before. */
function spentBefore(reading: Reading, rate: Mention): RatePair | null {
  const whole = reading.mentions[rate.index - 1]
  // 到位资金31,500万元，包括…。计划到位资金35,000万元，资金到位率90%.
  if (whole !== undefined && whole.group === rate.group && /^(?:计划|应)到位(?:资金)?$/.test(whole.label)) {
    const came = before(reading, whole, 12).filter(
      ({ sentence, label, unit }) =>
        sentence === whole.sentence - 1 && unit.dimension === 'money' && /到位(?:资金|金额)?$/.test(label) && !/计划|应|未/.test(label),
    )
    return came.length === 1 && came[0] !== undefined ? [came[0], whole] : null
  }
  if (whole === undefined || whole.group !== rate.group || !/^(?:全年|本年|年度|调整后|部门|\d{4}年)*预算数?为?$/.test(whole.label))
    return null
  const part = before(reading, whole, 8).find(
    (mention) =>
      mention.sentence === whole.sentence - 1 &&
      sameUnit(mention, whole) &&
      /^(?:本年|全年|\d{4}年)?(?:总支出|支出(?:合计|总额|总计)?|实际支出|决算支出)为?$/.test(mention.label),
  )
  return part === undefined ? null : [part, whole]
}
/** 康复有效率92.2%，有效83人: the part stands behind its rate, the whole before it. */
function partBehind(reading: Reading, rate: Mention, stem: string, near: readonly Mention[]): RatePair | null {
  const [part] = behind(reading, rate, 1)
  if (part === undefined || part.group !== rate.group || !isUsable(part) || !sharesStem(part.label, stem) || part.label.length > 6)
    return null
  const whole = near.find((mention) => mention.group === rate.group && sameUnit(mention, part) && !moreThan(part.value, mention.value))
  return whole === undefined ? null : [part, whole]
}
/** The whole of a count in an earlier sentence of the paragraph: 抽检9,600批次。…检出不合格179批次，不合格率1.86%. */
function inParagraph(reading: Reading, part: Mention, family: RateFamily | null): Mention | undefined {
  if (family === null || family.money === true) return undefined
  return before(reading, part, 16).find(
    (mention) =>
      isUsable(mention) &&
      alikeInRates(mention, part) &&
      (mention.unit.word === part.unit.word || mention.unit.dimension !== 'things') &&
      moreThan(mention.value, part.value) &&
      family.whole.test(mention.label) &&
      !family.part.test(mention.label.replace(/[参培]训|检[查测验]|调查/g, '')),
  )
}
const LEFT = /^[^，。；]*结[转余]率$/
const SPENT = /(?:支出|支付|执行)(?!预算)[^预，。；]*$/
const NONE = /(?!)/
/** 已开工898户，其中已竣工505户，开工率84%: what was begun is not what was ended. */
const STAGES: readonly RegExp[] = [/[开动]工/, /[竣完]工|完成/, /入住/, /验收/]
/** 1,008人 of 1,260人次: who came and how often they came are held against each other. */
export const alikeInRates = (a: Mention, b: Mention): boolean =>
  sameUnit(a, b) || (isOfPeople(a) && isOfPeople(b)) || arePosts(a, b) || areAnswers(a, b) || areRecords(a, b)
/** 编制162个，在编155人: a post is for one person. 调查250个对象，回收245份: an answer is of one who was asked. */
const arePosts = (a: Mention, b: Mention): boolean =>
  [a, b].some(({ unit, label }) => (unit.word === '个' && /编制/.test(label)) || (unit.word === '张' && label.endsWith('床位'))) &&
  [a, b].some(({ unit }) => unit.dimension === 'people')
/** 健康档案139.5万份 of 150万人: each has one. */
const areRecords = (a: Mention, b: Mention): boolean =>
  [a, b].some(({ unit, label }) => unit.word === '份' && /档案|建档/.test(label)) && [a, b].some(({ unit }) => unit.dimension === 'people')
const areAnswers = (a: Mention, b: Mention): boolean =>
  [a, b].some(({ unit, label }) => unit.word === '份' && /问卷|[收回]/.test(label)) &&
  [a, b].some(({ label, after }) => /调查|抽[查取]|访/.test(label + after))
/** 检出52例 of 8,320人: a case is somebody's. */
const isOfPeople = ({ unit }: Mention): boolean => unit.dimension === 'people' || unit.dimension === 'visits' || unit.word === '例'
/** Whose figure it is: what is left of the label without the words of time, role and connection. Empty: the whole report's. */
const subjectOf = (label: string): string => {
  const rest = label.replace(NOT_SUBJECT, '')
  return rest.length >= 2 ? rest : ''
}
const NOT_SUBJECT =
  /其中[:：]?|\d+[.．、]|(?:上|下)半年|\d{1,2}月[末底份]*|前?\d{1,2}个月|第?[一二三四]季度末?|按时[点间][^，。；]{0,2}|截[至止]\S{0,4}?[底末]|(?:本|全|当|该)年度?|年度|年内|年末|\d{4}年?度?|部门|单位|项目|专项|资金|经费|预算|实际|累计|共计?|总|合计|形成|完成|支出|支付|执行|使用|决算|拨付|付款|列支|数|款|全[省市县区旗]|[已的为是到了达约]|投资|一般公共|财政|节[约省余]|[较比]|结[余转]|剩余|到位|下达/g
