import { equals } from '@/lib/domain/quantities'
import { lately } from '@/lib/domain/reading/lately'
import { meet } from './interval'
import type { Mention } from './mentions'
import { once } from './once'
import { digitsIn } from './ratio'
import { alike, type KnownFigure, type Reading, sameUnit } from './reading'
import { sharedRun } from './subjects'

/** What the figures of the whole are called in texts. */
const CALLED: readonly (readonly [KnownFigure['role'], RegExp])[] = [
  ['initial', /^(?:部门|单位|全年)?年初(?:部门|批复|安排|财政)?(?:预算|资金)?(?:总额|安排|批复)?$/],
  [
    'budget',
    /^(?:部门|单位)?(?:全年|年度|调整后?的?|最终|本年|当年)?(?:部门|全年|收支|财政)?总?预算(?:总额|资金|安排)?$|^(?:全年|年度)(?:预算)?安排$/,
  ],
  [
    'spent',
    /^(?:部门|单位)?(?:全年|年度|本年|当年)?(?:实际|财政)?(?:总支出|全部支出|支出(?:总额|合计|总计|总量)|支出决算|实际支出)$|^(?:全年|本年|当年|年度|部门(?:整体)?)(?:实际)?支出$|^(?:全年|年度|本年)(?:预算)?(?:执行|决算)$/,
  ],
  ['rate', /^(?:部门|单位|项目|资金)?(?:总体|整体|全年|平均)(?:预算)?(?:执行|支出|支付|使用)(?:率|进度)$/],
]

type Role = KnownFigure['role']
/** The figure of the whole that goes by some words, the form's or else the text's own; null where they name none. */
export function knownAs(reading: Reading, words: string): Mention | null {
  const role = roleOf(words)
  if (role === null) return null
  return reading.known.find((figure) => figure.role === role)?.mention ?? said(reading).get(role) ?? null
}
/** Whether a figure is one of the whole, by its own name or as one that the form holds. */
export const isOfWhole = (reading: Reading, mention: Mention): boolean =>
  roleOf(mention.label.replace(/[为是共达约到]+$/, '')) !== null ||
  reading.known.some(({ mention: cell }) => alike(cell, mention) && equals(cell.value, mention.value))
const roleOf = lately((words): Role | null => {
  const plain = words.replace(/^(?:(?:19|20)\d{2}年)?(?:度)?的?/, '').replace(/[的数]$/, '')
  return CALLED.find(([, name]) => name.test(plain))?.[0] ?? null
})

/** What the text itself calls a figure of the whole, where it says one number for it and no other. */
const said = once((reading: Reading): ReadonlyMap<Role, Mention> => {
  const found = new Map<Role, Mention | null>()
  for (const mention of reading.mentions) {
    if (mention.hedge !== null || mention.bracket !== 0 || !['money', 'percent'].includes(mention.unit.dimension)) continue
    const role = roleOf(mention.label.replace(/[为是共达约到]+$/, '')) ?? (isSpentBesideIncome(reading, mention) ? 'spent' : null)
    if (role === null || (role === 'rate') !== (mention.unit.dimension === 'percent')) continue
    const first = found.get(role)
    found.set(role, first === undefined || (first !== null && meet(first.span, mention.span)) ? (first ?? mention) : null)
  }
  return new Map([...found].flatMap(([role, mention]) => (mention === null ? [] : [[role, mention] as const])))
})
/** 部门预算收入33,126.74万元，支出33,126.74万元: of the whole as the income is. */
const isSpentBesideIncome = ({ mentions }: Reading, { index, label, group }: Mention): boolean => {
  const income = mentions[index - 1]
  return (
    label === '支出' &&
    income !== undefined &&
    income.group === group &&
    /(?:总|本年|全年|年度|预算|决算)收入(?:合计|总计)?$/.test(income.label)
  )
}

/** The form's aim for what a figure of the text counts; null where none or several could be meant. */
export function knownAim({ known }: Reading, noun: string, done: Mention): Mention | null {
  const fitting = known.filter(({ role, name, mention }) => role === 'aim' && isSameNoun(name, noun) && sameUnit(mention, done))
  return fitting.length === 1 ? (fitting[0]?.mention ?? null) : null
}

/**
 * The cell of the form that says the same as a figure of the text: the same number, under the name that is most alike; money by its
 * digits alone. Undefined where no name shares half of the shorter one in one run of signs.
 */
export function agreeing({ known }: Pick<Reading, 'known'>, mention: Mention): KnownFigure | undefined {
  const same = known.filter(({ role, mention: cell }) => role !== 'aim' && alike(cell, mention) && equals(cell.value, mention.value))
  if (mention.unit.dimension === 'money') return digitsIn(mention) > 2 ? same[0] : undefined
  const named = same.map((figure) => ({ figure, run: sharedRun(figure.name, mention.label) }))
  const [best] = named.sort((a, b) => b.run - a.run)
  if (best === undefined || best.run < 2) return undefined
  return 2 * best.run >= Math.min(best.figure.name.length, mention.label.length) ? best.figure : undefined
}

/** 补贴性培训 is 补贴性职业培训: the shorter stands in the longer one, sign by sign. */
export function isSameNoun(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 4 || long.length - short.length > 4) return short === long && short.length > 2
  let at = 0
  for (const sign of long) if (sign === short[at]) at += 1
  return at === short.length
}
