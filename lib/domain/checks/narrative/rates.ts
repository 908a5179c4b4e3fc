import { check } from '@/lib/domain/checks/check'
import type { FactsOf } from '@/lib/domain/checks/facts'
import type { Form } from '@/lib/domain/checks/form'
import { absolute, equals, lessThan, minus, type Quantity, quantity, roundHalfUp } from '@/lib/domain/quantities'
import { readDigits } from '@/lib/domain/reading/number-reading'
import { occurrences, type Passage, passagesOf } from './report-text'

/** Rates that the text says were reached, against each other. */

const RATE = '满意度|满意率|覆盖率|参与率|合格率|完成率|登记率|及时率|成功率|就业率|达标率'
/** 95%以上, 左右 and 达到85%的目标 are no values that were reached. */
const STATED = new RegExp(
  `([\\u4e00-\\u9fff“”]{2,24}?(?:${RATE}))(?:测评|调查)?(?:结果|得分)?((?:达到了?|高?达|为|是|超过了?|高于)?了?)(\\d+(?:\\.\\d+)?)[%％](?!以上|左右|的?(?:年度|绩效)?(?:目标|要求|标准|指标))`,
  'g',
)
const PLANNED = /目标|力争|争取|力求|确保|保证|要求|计划|预期|指标值|标准|不低于|拟/
const REACHED = /^.*(?:实际|完成情况|完成值|结果)/
const OTHER_TIME = /上一?年|去年|往年|同期|上半年|季度|(?<!\d)(?:[1-9]|1[01])月/
/** What stands between the beginning of a sentence and what it is about. */
const INTRODUCTION = '(?:显示|表明|统计|测评|调查|问卷|反馈|来看|综述|情况|分析|结论|评价|概况|全年|回访|走访|抽样)'
const STARTS = new RegExp(`^(?:其中|经过?|据|全年|年度?|本年度?|实现|并且|且|和|使)+|^.*${INTRODUCTION}(?=.{2})`)
const INTRODUCES = new RegExp(`^(?:\\d{4}|.*${INTRODUCTION}|.*(?:${RATE}).*[%％])$`)
const MARK = '[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十\\d]{1,2}[)）]|(?<!\\d)\\d{1,2}[.．](?!\\d)|[一二三四五六七八九十]是'
const TOPIC = new RegExp(`(?:${MARK})([^。，：:；\\d]{0,16})|([\\u4e00-\\u9fff]{2,12})(?:方面|[:：])`, 'g')
/** Such headings name a part of the report, no topic. */
const NO_TOPIC = new RegExp(`^$|${INTRODUCTION}|满意度|结果|效益|绩效`)

/** `sentence` is where the sentence begins in its passage. */
type Statement = {
  passage: Passage
  sentence: number
  key: string
  name: string
  value: Quantity
  decimals: number
  over: boolean
  said: string
}

/** The rates that a passage says were reached this year, each by what tells it apart from others. */
function statementsIn(passage: Passage, { year }: Form): Statement[] {
  const { at, part, text } = passage
  if (part === 'goals' && !at.endsWith('/completion')) return []
  return occurrences(text, STATED).flatMap(({ index, 1: words = '', 2: verb = '', 3: digits = '' }) => {
    const read = readDigits(digits)
    const sentence = text.lastIndexOf('。', index) + 1
    const before = text.slice(Math.max(sentence, index - 200), index)
    const named = /(\d{4})年?(?!.*\d{4}年)/.exec(before)?.[1]
    const otherTime = OTHER_TIME.test(before + words) || (named !== undefined && year !== null && named !== `${year}`)
    if (read === null || otherTime || PLANNED.test((before + words).replace(REACHED, ''))) return []
    const name = words
      .replace(/[的“”]/g, '')
      .replace(STARTS, '')
      .replace(STARTS, '')
    const subject = name.replace(new RegExp(`(?:${RATE})$`), '')
    if (subject.length < 2) return []
    // 居民对民生服务的满意度 is the same everywhere; 群众满意度 is what its sentence and its paragraph are about.
    const plain = !name.includes('对') && (subject.length < 5 || /满意[度率]$/.test(name))
    if (plain && !introduced(before)) return []
    const over = /超过|高于/.test(verb)
    const said = `${over ? verb.replace('了', '') : ''}${digits}%`
    return [{ passage, sentence, key: plain ? `${topicOf(text.slice(0, index))}|${name}` : name, name, ...read, over, said }]
  })
}

/** Whether a sentence only introduces what follows, or lists rates: not 甲村演出3场，群众满意度96%. */
const introduced = (before: string): boolean =>
  before
    .replace(new RegExp(`^.*(?:${MARK})`), '')
    .split(/[，；;、]/)
    .every((clause) => clause === '' || INTRODUCES.test(clause))

/** The topic of a paragraph, as 方面 or a title names it; empty where there is none. */
function topicOf(before: string): string {
  const [, title, aspect] = [...before.matchAll(TOPIC)].at(-1) ?? []
  const topic = title ?? aspect ?? ''
  return NO_TOPIC.test(topic) ? '' : topic
}

const TEN = quantity('10')
/** Who reached 96.5 % may also say 超过95%; who reached 100 % does not say 超过85%. The same rounded is the same. */
function agree(a: Statement, b: Statement): boolean {
  const decimals = Math.min(a.decimals, b.decimals)
  if (equals(roundHalfUp(a.value, decimals), roundHalfUp(b.value, decimals))) return true
  const near = lessThan(absolute(minus(a.value, b.value)), TEN)
  const lower = lessThan(a.value, b.value) ? a : b
  return near && lower.over
}

/** T30: what is said, and both values. */
export const figuresSaidTwice = (facts: FactsOf['T30']): Readonly<Record<string, string>> => {
  const { first, second } = facts
  return facts.kind === 'figure' ? { what: facts.what, first, second } : { name: facts.name, first, second }
}

/** T30: the text says the same thing with two values (满意度 100% and 超过85%). What one sentence says twice it sets apart. */
export const saidTwice = check({
  code: 'T30',
  severity: 'warning',
  figures: { version: 1, of: figuresSaidTwice },
  find: (form) => {
    const first = new Map<string, Statement>()
    return passagesOf(form)
      .flatMap((passage) => statementsIn(passage, form))
      .flatMap((statement) => {
        const earlier = first.get(statement.key)
        if (earlier === undefined) {
          first.set(statement.key, statement)
          return []
        }
        const sameSentence = earlier.passage === statement.passage && earlier.sentence === statement.sentence
        if (sameSentence || agree(earlier, statement)) return []
        return [{ at: statement.passage.at, facts: { kind: 'named', name: statement.name, first: earlier.said, second: statement.said } }]
      })
  },
})
