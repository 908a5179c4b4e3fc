import { dividedBy, equals, hundred, isPositive, minus, moreThan, quantity, times } from '@/lib/domain/quantities'
import { meet, product, quotient, scaled, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { canGive, givesExactly, ratioOf } from '@/lib/domain/text/ratio'
import { before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { isSlipOf, rarityInto } from '@/lib/domain/text/slip'
import { BEYOND_TASK, DEEDS, RATE_SAID, SHARE_OF_TASK, TASK, TASK_BEHIND } from '@/lib/domain/text/vocabulary/tasks'

/**
 * 改造任务253户，…；已竣工245户，竣工率96.8%: what was done of a task that another clause, sentence or paragraph names. Drawn where the text has one
 * task in that unit; of several the rate is of the one that makes it, and broken only where one slip keeps it from one of them.
 */
export const taskRates = (reading: Reading): Relation[] =>
  tasksOf(reading).length === 0 || tasksOf(reading).length > MOST_TASKS
    ? []
    : [
        ...ratesOf(reading).flatMap((rate) => ofRate(reading, rate)),
        ...reading.mentions.flatMap((more) => (BEYOND_TASK.test(more.label) ? beyond(reading, more) : [])),
      ]

/** More than any report has. */
const MOST_TASKS = 40

const tasksOf = once((reading: Reading): readonly Mention[] =>
  reading.mentions.filter(
    ({ label, after, hedge, unit, value }) =>
      hedge === null &&
      isCounted(unit.dimension) &&
      isPositive(value) &&
      (TASK.test(label) || TASK_BEHIND.test(after)) &&
      !NOT_OWN.test(label),
  ),
)
const isCounted = (dimension: string): boolean => ['things', 'people', 'households', 'length', 'area'].includes(dimension)
const NOT_OWN = /超|其中|国家|[上去]年|未|剩余/

function ofRate(reading: Reading, rate: Mention): Relation[] {
  if (rate.hedge !== null) return []
  const done = SHARE_OF_TASK.test(rate.label) ? rightBefore(reading, rate) : doneBefore(reading, rate)
  if (done === undefined) return []
  const tasks = tasksFor(reading, done)
  const made = tasks.find((task) => canGive(done.span, task.span, rate) || givesExactly(done.value, task.value, rate))
  const task = made ?? meant(nearest(tasks, done), (one) => isBySlip(rate, done, one))
  if (task === undefined || (made === undefined && isOtherwise(reading, rate, done))) return []
  return [{ ...ratioOf({ kind: 'rate', rule: '完成率' }, rate, [done, task]), holds: made !== undefined }]
}

/** Whether another figure nearby, task or not, makes the rate. */
const isOtherwise = ({ mentions }: Reading, rate: Mention, done: Mention): boolean =>
  mentions
    .slice(Math.max(0, rate.index - NEAR), rate.index + NEAR)
    .some((other) => other !== done && sameUnit(other, done) && isPositive(other.value) && givesExactly(done.value, other.value, rate))
const NEAR = 8

const tasksFor = (reading: Reading, done: Mention): readonly Mention[] =>
  tasksOf(reading).filter((task) => task !== done && sameUnit(task, done))

/** Those before it in its clauses, else in its sentence, else those of its paragraph, else of the text. */
const nearest = (tasks: readonly Mention[], done: Mention): readonly Mention[] =>
  [
    tasks.filter(({ group, index }) => group === done.group && index < done.index),
    tasks.filter(({ sentence, index }) => sentence === done.sentence && index < done.index),
    tasks.filter(({ paragraph }) => paragraph === done.paragraph),
  ].find(({ length }) => length > 0) ?? tasks

/** The one number that they are all of, or the one that only a slip keeps it from. */
function meant(tasks: readonly Mention[], isSlip: (task: Mention) => boolean): Mention | undefined {
  const [first] = tasks
  return first !== undefined && tasks.every(({ value }) => equals(value, first.value)) ? first : tasks.find(isSlip)
}

const isBySlip = (rate: Mention, done: Mention, task: Mention): boolean =>
  isSlipOf(rate, dividedBy(times(done.value, hundred), task.value)) ||
  rarityInto(done, scaled(product(rate.span, task.span), ONE_HUNDREDTH)) > RARE ||
  (isPositive(rate.span.low) && rarityInto(task, quotient(scaled(done.span, hundred), rate.span) ?? task.span) > RARE)
/** How rare a slip must be that makes one of several tasks the one that is meant. */
const RARE = 20
const ONE_HUNDREDTH = quantity('0.01')

/** 已竣工13,498户，占今年任务数的15.23%. */
function rightBefore({ mentions }: Reading, rate: Mention): Mention | undefined {
  const done = mentions[rate.index - 1]
  return done?.group === rate.group && isDone(done) ? done : undefined
}

const isDone = ({ hedge, unit, label }: Mention): boolean =>
  hedge === null && isCounted(unit.dimension) && !NOT_OWN.test(label.replace('其中', ''))

/** The figure before the rate that goes by the rate's own deed: nothing else stands between but other deeds and their rates. */
function doneBefore(reading: Reading, rate: Mention): Mention | undefined {
  if (!RATE_SAID.test(rate.label)) return undefined
  const [, words] = DEEDS.find(([name]) => name.test(rate.label.slice(-10))) ?? []
  if (words === undefined || NARROWER.test(rate.label)) return undefined
  const tasks = new Set(tasksOf(reading))
  const back = before(reading, rate, 6).filter(({ sentence }) => sentence === rate.sentence)
  const done = back.find((mention) => isDone(mention) && !tasks.has(mention) && words.test(mention.label))
  // 已开工150户，开工率75%；全省平均开工率82%: the second is of others.
  const isTaken = back.some(({ index, label, unit }) => index > (done?.index ?? 0) && unit.dimension === 'percent' && words.test(label))
  return isTaken ? undefined : done
}
/** 按期完成率, 投资完成率: of something else. */
const NARROWER = /按[期时]|及时|投资|资金|预算|支出|计划率|上报|目标值|平均/

/** 两年开工45,087户，超任务数1,286户: what was done without the task. */
function beyond(reading: Reading, more: Mention): Relation[] {
  const done = before(reading, more, 3).find((mention) => mention.group === more.group && isDone(mention) && sameUnit(mention, more))
  if (done === undefined || more.hedge !== null) return []
  const tasks = tasksFor(reading, done).filter(({ value }) => moreThan(done.value, value))
  const isOver = (task: Mention): boolean => meet(without(done.span, task.span), more.span)
  const task = tasks.find(isOver) ?? meant(nearest(tasks, done), ({ value }) => isSlipOf(more, minus(done.value, value), 2))
  return task === undefined ? [] : [difference(more, [done, task], isOver(task), 'change', minus(done.value, task.value))]
}
