import { toleranceOf } from '@/lib/domain/checks/check'
import type { Form } from '@/lib/domain/checks/form'
import {
  absolute,
  cutTo,
  dividedBy,
  equals,
  minus,
  moreThan,
  type Quantity,
  quantity,
  roundHalfUp,
  times,
  zero,
} from '@/lib/domain/quantities'
import { inYuan, readDigits } from '@/lib/domain/reading/number-reading'
import { once } from '@/lib/domain/text/once'
import { NUMBER, occurrences, type Passage, passagesOf } from './report-text'

/**
 * Where a report's text says a figure of the whole: the department's (in a project's document: the project's), in the
 * form's own year. Reports are full of figures of parts, other years, months, aims and averages under the same names, and
 * no list of those is ever complete. So it is the other way round: a mention counts where all that its sentence says
 * before it is made of words known to speak of the whole. What is said in other words is not checked.
 */

/**
 * What is said before a place: `near`, a few sentences; `before`, its own sentence up to it; `behind`, the title of the
 * numbered item in whose text that sentence stands ("1.水质监测。"), empty where there is none.
 */
type Context = { near: string; before: string; behind: string }

export type Mention = Context & {
  at: string
  text: string
  value: Quantity
  decimals: number
  unit: string
  approximate: boolean
}

/** What may stand between a figure's name and its number. A bracket that says of what it consists would make it another figure. */
const FILLING =
  '(?:支出|收入|数|总额|合计|共计|共|安排|为|是|达到?|了|[:：]|[（(](?:[A-Za-z]|单位[:：]?(?:万|亿)?元|[^（）()]{0,12}[/÷][^（）()]{0,16})[)）])*'
/** 95%以上 and 80分至90分 are bounds, 95%的年度目标 is an aim, 95%的得10分 a rule: none says what the year came to. */
const NO_BOUND = '(?!及?(?:以上|以内|以下)|左右|上下|[-—~～至到的时]|[^。；，]{0,20}(?:目标|要求|标准))'

/** Goals, measures and tasks speak of what is to come, and of parts. */
const ELSEWHERE: readonly Passage['part'][] = ['goals', 'measures', 'tasks']
export const passagesOnTheWhole = (form: Form): readonly Passage[] => onTheWhole(passagesOf(form))
const onTheWhole = once((all: readonly Passage[]) => all.filter(({ part }) => !ELSEWHERE.includes(part)))

/** More than any report has: what a long one says last may be the right value. */
const MOST_MENTIONS = 200

/** Those that say a number: every name is looked for in them, and most paragraphs have none. */
const withNumbers = once((all: readonly Passage[]) => onTheWhole(all).filter(({ text }) => /\d/.test(text)))

/**
 * What finds everywhere that a label is followed by a number in a unit (each a pattern); only points may go without one: 自评得分：92.00。
 * What it found is kept with the text.
 */
export function saying(label: string, unit: string): (form: Form) => readonly Mention[] {
  const pattern = new RegExp(`(?:${label})${FILLING}(约|大约)?为?[“"‘]?${NUMBER}[”"’]?(${unit})${NO_BOUND}`, 'g')
  const saidIn = once((all: readonly Passage[]) => withNumbers(all).flatMap((passage) => mentionsIn(passage, pattern)))
  return (form) => saidIn(passagesOf(form))
}

const mentionsIn = ({ at, text }: Passage, pattern: RegExp): Mention[] =>
  occurrences(text, pattern, MOST_MENTIONS).flatMap((match) => {
    const read = readDigits(match[2] ?? '')
    if (read === null) return []
    return [{ at, text: match[0], ...contextOf(text, match.index), ...read, unit: match[3] || '分', approximate: match[1] !== undefined }]
  })

const ITEM = /[（(][一二三四五六七八九十\d]{1,3}[)）]|(?<![\d.])\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是|[①-⑳]/g
/** Its title ends with a stop, or, where the next line is run together with it, with one of the words that titles end with. */
const TITLE = /^([^。；：，]{1,24}?)(?:[。：]|(?<=情况|概况|结论|综述|等级))/
/** Titles of the classification of the budget have no number: 农林水支出（类）水利（款）行政运行（项）。 */
const CLASSIFIED = /[（(]项[)）](?!.*[（(]项[)）])/s
const SENTENCE = /[^。！？]*$/

export function contextOf(text: string, index: number): Context {
  const near = text.slice(Math.max(0, index - 600), index)
  const item = [...near.matchAll(ITEM)].at(-1)
  const own = item === undefined ? near : near.slice(item.index + item[0].length)
  const title = item === undefined ? null : TITLE.exec(own)
  // What it is used for may be said before its figures: …（项）。主要用于职业年金。年初预算为….
  return { near, before: SENTENCE.exec(near)?.[0] ?? '', behind: CLASSIFIED.exec(own)?.[0] ?? title?.[1] ?? '' }
}

/** Stands for every name of the whole once a text is put into common terms. */
const WHOLE = '整体'
/** 部门评价 is another evaluation than the department's own. */
const NAMES: Readonly<Record<Form['kind'], RegExp>> = {
  department: /部门整体支出|[我本](?:局|委|办|镇|乡|街道?|院|校|中心|所|站|处|厅|馆|部门(?!评价)|单位)|部门(?!评价)|单位/g,
  project: /部门整体支出|[本该]?项目/g,
}

/** A text in which the whole and the form's year have one name each. */
function inCommonTerms(text: string, { kind, department, project, year }: Form): string {
  const name = (kind === 'project' ? project : department) ?? ''
  // 示例县水务局 is also 水务局 there, and 2023年示例项目 is 示例项目.
  const kindOfBody = /(?:街道(?=(?:办事处)?$)|(?:中心|医院|学校|中学|小学|法院)$)/.exec(name)?.[0] ?? ''
  const names = [name, name.replace(/^\d{4}年度?/, ''), ...(kind === 'project' ? [] : [name.replace(/^.{2,6}?[省市县区]/, '')])]
  return (
    names
      .filter((one) => one.length > 2)
      .reduce((changed, one) => changed.replaceAll(one, WHOLE), text)
      .replace(NAMES[kind], WHOLE)
      // 街道自评得分…, where the department is one.
      .replace(kindOfBody === '' ? /(?!)/ : new RegExp(`(?<![\\u4e00-\\u9fff])${kindOfBody}(?:办事处)?`, 'g'), WHOLE)
      .replace(/\d{4}年度?/g, (named) => (year === null || named.startsWith(`${year}`) ? '本年' : named))
  )
}

const PUNCTUATION =
  '[（(][一二三四五六七八九十\\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、是]|\\d{1,2}[.．](?!\\d)|附件\\d*|[，,、：:；;（）()“”"《》]'
const PERIODS = '本年度?|全年|年度|当年|年[底末]|截至|12月(?:底|末|31日)?'
const TITLES = '基本情况|概况|情况|报告|结论|综述|分析'
/** What may stand directly before the name of an amount or a rate. */
const MONEY_WORDS = '整体|总体|预算|支出|收支|执行|资金|使用|管理|安排|到位|实现|累计|合计|共|较|比'
/** What may stand directly before a score. 预算 is none of them: 预算管理得分 is a part of the total. */
const SCORE_WORDS = '整体(?:支出)?|总体|本次|最终|绩效|自评|评价|评定|综合|得分|评分|打分|总分|结果|等级|经'
/** What else the sentence may have said by then: other figures of the whole, and how they are related. */
const FIGURES = `${NUMBER}(?:亿元|万元|元|个百分点|[%％分])|上年结转|结转|结余|预算收入|年[初中]|调[整增减]|追加|增[加长]|减少|下降|高于|低于|批复|下达|完成|实际|进度|总额|满分|总分|[后数率总和及与的为是了约]|达到?`
const known = (...words: string[]) => new RegExp(words.join('|'), 'g')
const SUBJECT = {
  // A chapter's title may be run together with its text: 综合评价全年预算数….
  money: known(PUNCTUATION, PERIODS, TITLES, MONEY_WORDS, SCORE_WORDS),
  score: known(PUNCTUATION, PERIODS, TITLES, SCORE_WORDS),
}
/** What the titles of numbered items are made of beside that: 预算及支出情况, 自评得分及等级. */
const IN_TITLES = ['收入', '决算', '完成', '实现', '(?:绩效|年度|总体)目标', '[及其和与的]']
const TITLED = {
  money: known(...IN_TITLES, PUNCTUATION, PERIODS, TITLES, MONEY_WORDS, SCORE_WORDS),
  score: known(...IN_TITLES, PUNCTUATION, PERIODS, TITLES, SCORE_WORDS),
}
/** The title of a chapter, where it is run together with its first sentence. */
const CHAPTER = /^[一二三四五六七八九十]{1,3}、([^。，；：\d]{1,20}?(?:情况|概况|结论|结果|综述|分析|等级))/
/** On what a score rests, said before it: 对照评分标准，自评得分为…. */
const LEAD_IN = /^(?:综合|对照|按照|依据|根据|结合)[^，。；]{1,20}，/
const SENTENCE_WORDS = known(FIGURES, PUNCTUATION, PERIODS, TITLES, MONEY_WORDS, SCORE_WORDS)

/** Makes a sentence that names the whole later on one about something else: plans, other times, parts. */
const ANOTHER =
  /力争|争取|确保|预计|预期|计划|目标|要求|应当|[上去往明下]一?年(?!结转)|同期|季度|半年|(?<!12)月|\d{4}年|其中|方面|项目|经费|专项|采购|基金|拨款/

/** Whether a mention is one of the whole, of money (or a rate) or of a score. */
export function isOfTheWhole({ before, behind }: Pick<Context, 'before' | 'behind'>, form: Form, kind: keyof typeof SUBJECT): boolean {
  const title = inCommonTerms(behind, form)
  // Of what an amount consists, in brackets behind it, is over once they are closed.
  const said = inCommonTerms(before.replace(/(?<=[元%％分])[（(][^（）()]*[)）]/g, ''), form)
    .replace(CHAPTER, (run, chapter) => (isMadeOf(TITLED[kind], chapter) ? '' : run))
    .replace(title, '')
  const [leadIn = ''] = kind === 'score' ? (LEAD_IN.exec(said) ?? []) : []
  const sentence = ANOTHER.test(leadIn) ? said : said.slice(leadIn.length)
  const subject = /[^，,：:；;、）)]*$/.exec(sentence)?.[0] ?? ''
  if (!isMadeOf(SUBJECT[kind], subject) || !isMadeOf(TITLED[kind], title)) return false
  return subject.includes(WHOLE) ? !ANOTHER.test(sentence) : isMadeOf(SENTENCE_WORDS, sentence)
}

const isMadeOf = (words: RegExp, text: string): boolean => text.replace(words, '') === ''

export const MONEY = '亿元|万元|元'
/** An amount of the table in the unit in which the text says it; rates and points as they are. */
function inUnitOf(amount: Quantity, form: Form, unit: string): Quantity {
  const [of, into] = [inYuan(form.unit), inYuan(unit)]
  return of === null || into === null ? amount : dividedBy(times(amount, of), into)
}

/** How far the text may be from the data by the scheme; nothing on a printed form. */
function toleratedFor(unit: string, form: Form): Quantity {
  const tolerance = toleranceOf(form)
  if (tolerance === null) return zero
  return unit === '分' ? tolerance.score : inYuan(unit) === null ? tolerance.rate : inUnitOf(tolerance.amount, form, unit)
}

/** 约 is taken to be right within three in a hundred. */
const ROUGHLY = quantity('0.03')

/** Whether a mention is one of the data: rounded or cut to the decimals it is written with, or within what is tolerated. */
export const agrees = (form: Form, { value, decimals, unit, approximate }: Mention, data: readonly Quantity[]): boolean =>
  data.some((datum) => {
    const exact = inUnitOf(datum, form, unit)
    const rounded = equals(value, roundHalfUp(exact, decimals)) || equals(value, cutTo(exact, decimals))
    const tolerated = approximate ? times(value, ROUGHLY) : toleratedFor(unit, form)
    return rounded || !moreThan(absolute(minus(value, exact)), tolerated)
  })

const TEN_THOUSAND = quantity('10000')
const TWO = quantity('2')

/** Whether an amount is less than half or more than twice another one, even with 元 taken for 万元: no slip of the pen, but another figure. */
export function isFarFrom(form: Form, { value, unit }: Mention, amount: Quantity): boolean {
  const exact = inUnitOf(amount, form, unit)
  return [exact, times(exact, TEN_THOUSAND), dividedBy(exact, TEN_THOUSAND)].every(
    (one) => moreThan(one, times(value, TWO)) || moreThan(value, times(one, TWO)),
  )
}
