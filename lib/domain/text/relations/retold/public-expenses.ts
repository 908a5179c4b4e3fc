import { dividedBy, plain } from '@/lib/domain/quantities'
import { relation, spanOf, unitOf } from '@/lib/domain/text/adding'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isBase, isChange } from '@/lib/domain/text/relations/growth-words'
import { isSlipOf } from '@/lib/domain/text/slip'
import {
  OF_OTHER_TIME,
  PLANNED,
  PUBLIC_EXPENSES,
  PUBLIC_PARTS,
  type PublicExpense,
  SPENT,
} from '@/lib/domain/text/vocabulary/public-expenses'
import { FUNDS_NAMED_BUDGET } from '@/lib/domain/text/vocabulary/rates'

/**
 * 三公经费 are told twice: in a sentence on them all, and below under headings of their own, where 公务用车购置及运行费 is split up into 购置费 and
 * 运行费, and 接待费 into 国内接待 and 外事接待. Within some paragraphs one name is one amount, and what is split up is its parts.
 */
export function publicExpenses(reading: Reading): Relation[] {
  const drawn: Relation[] = []
  let told: Told[] = []
  for (const mention of reading.mentions) {
    const own = toldOf(reading, mention)
    if (own === null) continue
    if (mention.paragraph - (told.at(-1)?.mention.paragraph ?? 0) > FARTHEST || told.length > MOST) {
      drawn.push(...splitUp(told))
      told = []
    }
    const first = otherTold(own, told)
    if (first !== undefined) drawn.push(again(first, mention))
    told.push(own)
  }
  return [...drawn, ...splitUp(told)]
}

type Told = { name: PublicExpense; mood: 'planned' | 'spent' | 'unsaid'; mention: Mention }
/** More paragraphs than there are between the sentence on all and the heading of the last, and more figures. */
const FARTHEST = 4
const MOST = 24

/** Which of the expenses a figure is; null where it is none of them, or of another year. */
function toldOf(reading: Reading, mention: Mention): Told | null {
  const { label, unit, hedge, bracket } = mention
  if (unit.dimension !== 'money' || hedge !== null || bracket !== 0 || OF_OTHER_TIME.test(label)) return null
  const name = PUBLIC_EXPENSES.find(([, words]) => words.test(label))?.[0]
  if (name === undefined || isChange(mention) || isBase(mention, reading)) return null
  const start = reading.sentences[mention.sentence]?.start ?? 0
  const said = reading.text.slice(Math.max(start, mention.start - LONGEST), mention.start).replace(FUNDS_NAMED_BUDGET, '')
  const years = said.match(/(?:19|20)\d{2}(?=年)/g) ?? []
  if (reading.year !== null && years.some((year) => year !== `${reading.year}`)) return null
  const moodIn = (words: string): Told['mood'] => (SPENT.test(words) ? 'spent' : PLANNED.test(words) ? 'planned' : 'unsaid')
  const own = moodIn(label)
  const mood = own === 'unsaid' ? moodIn(said) : own
  return {
    name,
    mood: mood === 'unsaid' && DONE.test(mention.after + reading.text.slice(mention.end, mention.end + 8)) ? 'spent' : mood,
    mention,
  }
}
const LONGEST = 200
/** 接待费3.2万元，完成预算64%. */
const DONE = /完成(?:年初)?预算/

/** What was told before under the name, where none of it is this figure. */
function otherTold({ name, mood, mention }: Told, told: readonly Told[]): Mention | undefined {
  const before = told.filter(
    (one) => one.name === name && one.mention.sentence !== mention.sentence && one.mention.unit.word === mention.unit.word,
  )
  const like = before.filter((one) => one.mood === mood || one.mood === 'unsaid' || mood === 'unsaid')
  const [first] = like
  if (first === undefined || like.some((one) => meet(one.mention.span, mention.span))) return undefined
  // 接待费预算5万元, and 接待费3万元 below it may be what was spent.
  const isSure = like.every((one) => one.mood === mood) || like.some((one) => isSlipOf(mention, one.mention.value))
  return isSure ? first.mention : undefined
}

function again(first: Mention, mention: Mention): Relation {
  const expected = plain(dividedBy(first.value, unitOf(mention)), 4)
  return { kind: 'count', result: mention, operands: [first], holds: false, certainty: 'likely', rule: 'restated', expected }
}

/** Of one mood the first that goes by each name. */
function splitUp(told: readonly Told[]): Relation[] {
  return (['planned', 'spent', 'unsaid'] as const).flatMap((mood) =>
    PUBLIC_PARTS.flatMap(([whole, names]): Relation[] => {
      const of = (name: PublicExpense): Mention | undefined => told.find((one) => one.name === name && one.mood === mood)?.mention
      const all = of(whole) ?? (mood === 'unsaid' ? told.findLast((one) => one.name === whole)?.mention : undefined)
      const parts = names.flatMap((name) => of(name) ?? [])
      if (all === undefined || parts.length < names.length || !parts.every(({ unit }) => unit.word === all.unit.word)) return []
      return [relation(all, parts, meet(spanOf(parts), all.span), 'likely')]
    }),
  )
}
