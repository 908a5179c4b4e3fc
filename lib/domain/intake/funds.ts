import { dividedBy, hundred, isZero, times } from '@/lib/domain/quantities'
import type { MoneyUnit } from '@/lib/domain/reading/number-reading'
import { printsAs } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { clauseBefore, sentenceBefore } from './money-words'
import { type OfSeveral, ofSeveral } from './of-several'
import { type Certainty, type Found, type ReadPaper, spotOf } from './read-paper'
import {
  ALL_SPENT,
  APPROVED,
  BECAME,
  BEFORE_ROLE,
  BUDGETED,
  LOOSE_ROLES,
  type MoneyRole,
  NAMES_MONEY,
  OF_OTHERS,
  OF_PART,
  OF_PROJECTS,
  RATE_OF_BUDGET,
  ROLES,
  SAYS_SUM,
  SPENT_OF_IT,
  WITH_REST,
} from './vocabulary/money'
import type { SectionKind } from './vocabulary/sections'

/** The whole's amounts as the text says them. `mentions`: which figures they are. */
export type Funds = {
  unit: MoneyUnit
  amounts: Partial<Record<MoneyRole, Found>>
  rate: Found | null
  mentions: Partial<Record<MoneyRole, Mention>>
}

const isMoney = ({ unit, written, label }: Mention): boolean =>
  unit.dimension === 'money' || (unit.dimension === 'number' && written.endsWith('万') && NAMES_MONEY.test(label))
/** Where the whole's figures are said, and how likely a figure there is the whole's. */
const WEIGHT: Readonly<Partial<Record<SectionKind, number>>> = {
  funds: 4,
  basics: 3,
  conclusion: 2,
  analysis: 2,
  completion: 1,
  deviation: 2,
  organisation: 2,
}
/** How many figures a rate looks back over for what it was made of. */
const REACH = 14

/** The column that a figure of the whole is of; null where it is of something else. */
function roleOf(read: ReadPaper, mention: Mention, ofProject: boolean): MoneyRole | null {
  const { reading } = read
  const { label, lead, start, hedge } = mention
  if (hedge !== null && hedge !== 'about') return null
  // 支出：799.12万元 names it before the colon.
  const named =
    label === '' && lead === '：'
      ? (/[^\n。；，：]{2,14}(?=：$)/.exec(reading.text.slice(Math.max(0, start - 16), start))?.[0] ?? '')
      : label
  const words = named
    .replace(BEFORE_ROLE, '')
    .replace(/结转(?:到|至)?(?:下年|次年|下一年|以后年)度?(?:使用|支出|继续使用)?/, '结转')
    .replace(/^.*(?:追加|减少|增加|调[增减])[^，]*?(?=全年预算|调整后)/, '')
  // Behind 其中 a project's name is that of a part.
  const isOwn = ofProject && !(/其中/.test(sentenceBefore(read, mention)) && !SPENT_OF_IT.test(words))
  if (OF_PART.test(isOwn ? words.replace(OF_PROJECTS, '') : words)) return null
  if (isSpent(read, mention, words)) return 'actualExpenditure'
  return ROLES.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** 3,728万元全部执行到位; 财政安排支出共计87万元，余款…: what leaves a rest was spent. */
const isSpent = ({ reading }: ReadPaper, { end, after }: Mention, words: string): boolean =>
  (ALL_SPENT.test(after) && !/结[余转]/.test(words)) ||
  (/支出(?:共计?|合计|总计|为)?$/.test(words) && WITH_REST.test(reading.text.slice(end, end + 4)))

/** 全年预算数, 执行数, 执行率, 年末结转和结余 from the report's sentences. A rate that its amounts make proves them. */
export function fundsOf(read: ReadPaper): Funds {
  const { mentions } = read.reading
  const ofProject = read.title.kind === 'project'
  const own = mentions.map((mention) => (isMoney(mention) ? roleOf(read, mention, ofProject) : null))
  const several = ofSeveral(read, (mention) => (isMoney(mention) ? (own[mention.index] ?? looseRoleOf(read, mention, true)) : null))
  const roles = own.map((role, index) => (several.has(index) ? null : role))
  const weight = ({ paragraph }: Mention): number =>
    WEIGHT[read.nodes[paragraph]?.kind ?? 'other'] ?? (read.nodes[paragraph]?.kind === null ? 1 : 0)
  const chosen: Partial<Record<MoneyRole, Mention>> = {}
  const proof =
    proven(mentions, roles, weight, { byValue: false, ofProject, several }) ??
    proven(mentions, roles, weight, { byValue: true, ofProject, several })
  if (proof !== null) {
    chosen[proof.budgetRole] = proof.budget
    chosen.actualExpenditure = proof.actual
  }
  for (const role of ['initialBudget', 'adjustedBudget', 'actualExpenditure', 'carryOver', 'balance'] as const) {
    if (chosen[role] !== undefined) continue
    const all = mentions.filter((mention, index) => roles[index] === role && weight(mention) > 0)
    const best = all.reduce<Mention | null>((found, mention) => (found === null || weight(mention) > weight(found) ? mention : found), null)
    if (best !== null) chosen[role] = best
  }
  if (ofProject) looselySaid(read, chosen, several)
  const approved = chosen.initialBudget === undefined ? approvedBudget(chosen.adjustedBudget, mentions, roles) : undefined
  if (approved !== undefined) chosen.initialBudget = approved
  // One budget only, said as the year's: it stands once.
  const same = chosen.initialBudget === chosen.adjustedBudget ? undefined : chosen.initialBudget
  if (same === undefined) delete chosen.initialBudget
  const main = chosen.adjustedBudget ?? chosen.actualExpenditure ?? chosen.initialBudget
  const unit: MoneyUnit = main !== undefined && !main.scaled ? '元' : '万元'
  const certainty = (role: MoneyRole): Certainty =>
    proof !== null && (chosen[role] === proof.budget || chosen[role] === proof.actual)
      ? 'certain'
      : role === 'carryOver'
        ? 'certain'
        : 'likely'
  const amounts = Object.fromEntries(
    Object.entries(chosen).map(([role, mention]) => [role, amountOf(read, mention as Mention, unit, certainty(role as MoneyRole))]),
  )
  const rates = mentions.filter((mention) => isRate(mention, ofProject) && !several.has(mention.index))
  const isLikely = (mention: Mention): boolean =>
    weight(mention) > 1 || (ofProject && !NOT_OF_MONEY.has(read.nodes[mention.paragraph]?.kind ?? null))
  const rate = proof?.rate ?? rates.find((mention) => weight(mention) > 1) ?? rates.find(isLikely) ?? null
  return {
    unit,
    amounts,
    mentions: chosen,
    rate: rate === null ? null : { text: rate.written, certainty: proof === null ? 'likely' : 'certain', ...spotOf(read, rate) },
  }
}

/** 共下达105万元, 总投资6,222.4万元: a project's money by looser names, where it goes by no other; sums before parts, then the first. */
function looselySaid(read: ReadPaper, chosen: Partial<Record<MoneyRole, Mention>>, several: OfSeveral): void {
  for (const role of ['adjustedBudget', 'actualExpenditure'] as const) {
    if (chosen[role] !== undefined) continue
    const all = read.reading.mentions.filter((mention) => {
      const kind = read.nodes[mention.paragraph]?.kind ?? null
      const isWanted = role === 'actualExpenditure' && kind === 'goals' && !ALL_SPENT.test(mention.after)
      return (
        isMoney(mention) &&
        !several.has(mention.index) &&
        !NOT_OF_MONEY.has(kind) &&
        !isWanted &&
        looseRoleOf(read, mention, false) === role
      )
    })
    // What a goal speaks of is less sure than what the money's own section says.
    const told = all.filter(({ paragraph }) => read.nodes[paragraph]?.kind !== 'goals')
    const said = told.length > 0 ? told : all
    const best =
      said.find((mention) => SAYS_SUM.test(clauseBefore(read, mention))) ??
      said.find((mention) => /[共合总]计?/.test(clauseBefore(read, mention))) ??
      said[0]
    if (best !== undefined) chosen[role] = best
  }
}

const NOT_OF_MONEY: ReadonlySet<SectionKind | null> = new Set(['problems', 'measures', 'plans', 'duties'])
/** `withParts`: also of what is a part. */
function looseRoleOf(read: ReadPaper, mention: Mention, withParts: boolean): MoneyRole | null {
  const clause = clauseBefore(read, mention)
  if (mention.hedge !== null || (!withParts && OF_OTHERS.test(clause))) return null
  if (!withParts && /其中/.test(sentenceBefore(read, mention)) && !SPENT_OF_IT.test(clause)) return null
  if (isSpent(read, mention, clause)) return 'actualExpenditure'
  const role = LOOSE_ROLES.find(([, pattern]) => pattern.test(clause))?.[0] ?? null
  return role === 'actualExpenditure' && BUDGETED.test(clause) ? null : role
}

/** 预算批复100万元，调整后120万元: what was approved before what it became, or stands in one sentence with it, is 年初预算数. */
function approvedBudget(
  adjusted: Mention | undefined,
  mentions: readonly Mention[],
  roles: readonly (MoneyRole | null)[],
): Mention | undefined {
  if (adjusted === undefined || !BECAME.test(adjusted.label)) return undefined
  return mentions.findLast(
    ({ index, label, paragraph, group }) =>
      index < adjusted.index &&
      adjusted.paragraph - paragraph <= 1 &&
      roles[index] === 'adjustedBudget' &&
      (APPROVED.test(label) || group === adjusted.group) &&
      !BECAME.test(label),
  )
}

/** An amount in the form's unit carries none. */
export function amountOf(read: ReadPaper, mention: Mention, unit: MoneyUnit, certainty: Certainty): Found {
  const spot = spotOf(read, mention)
  const bare = mention.written.endsWith(unit) && (unit === '万元' || !mention.scaled)
  const short = unit === '万元' && mention.written.endsWith('万')
  return {
    text: bare ? mention.written.slice(0, -unit.length) : short ? mention.written.slice(0, -1) : mention.written,
    certainty,
    ...spot,
  }
}

/** In a project's report its own rate may say so: 项目执行率. */
const isRate = ({ unit, label, hedge }: Mention, ofProject: boolean): boolean =>
  unit.dimension === 'percent' &&
  hedge === null &&
  RATE_OF_BUDGET.test(label) &&
  !OF_PART.test(ofProject ? label.replace(OF_PROJECTS, '') : label)

type Proof = { budget: Mention; actual: Mention; rate: Mention; budgetRole: 'initialBudget' | 'adjustedBudget' }

/** A budget and an expenditure that make the rate which is said near them; the weightiest. `byValue`: the budget may go by any name. */
function proven(
  mentions: readonly Mention[],
  roles: readonly (MoneyRole | null)[],
  weight: (mention: Mention) => number,
  { byValue, ofProject, several }: { byValue: boolean; ofProject: boolean; several: OfSeveral },
): Proof | null {
  let best: Proof | null = null
  let most = 0
  for (const rate of mentions) {
    if (!isRate(rate, ofProject) || several.has(rate.index)) continue
    const near = mentions
      .slice(Math.max(0, rate.index - REACH), rate.index + 5)
      .filter((mention) => isMoney(mention) && !several.has(mention.index) && Math.abs(mention.paragraph - rate.paragraph) <= 4)
    for (const actual of near) {
      if (roles[actual.index] !== 'actualExpenditure') continue
      for (const budget of near) {
        const role =
          byValue && budget !== actual && budget.index < rate.index ? (roles[budget.index] ?? 'adjustedBudget') : roles[budget.index]
        if ((role !== 'adjustedBudget' && role !== 'initialBudget') || isZero(budget.value)) continue
        if (!printsAs(times(dividedBy(actual.value, budget.value), hundred), rate.value, rate.step)) continue
        const score = weight(rate) + (role === 'adjustedBudget' ? 0.5 : 0)
        if (score <= most) continue
        best = { budget, actual, rate, budgetRole: role }
        most = score
      }
    }
  }
  return best
}
