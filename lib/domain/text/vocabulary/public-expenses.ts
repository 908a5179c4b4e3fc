/** The public expenses that every report tells, and what each is split up into. */
export type PublicExpense = 'abroad' | 'cars' | 'bought' | 'running' | 'guests' | 'home' | 'foreign'

const HEAD = '^(?:\\d{1,2}[.．、]|[（(][一二三四五六七八九十\\d]{1,2}[）)]|其中[：:]?|全年|本年|当年|(?:19|20)\\d{2}年度?)*'
const TAIL = '(?:财政拨款)?(?:支出)?(?:年初)?(?:预算|决算)?数?(?:支出)?(?:为|共|合计|共计)?$'
const named = (name: string): RegExp => new RegExp(`${HEAD}${name}${TAIL}`)

/** By their names, the longer first. */
export const PUBLIC_EXPENSES: readonly (readonly [PublicExpense, RegExp])[] = [
  ['abroad', named('因公出国(?:（境）)?(?:经?费|费用)')],
  ['cars', named('(?:公务)?用车购置[及和与](?:公务用车)?运行(?:维护)?(?:经?费|费用)')],
  ['bought', named('公务用车购置(?:经?费|费用)?')],
  ['running', named('公务用车运行(?:维护)?(?:经?费|费用)')],
  ['guests', named('公务接待(?:经?费|费用)')],
  ['home', named('国内(?:公务)?接待(?:经?费|费用)?')],
  ['foreign', named('外事接待(?:经?费|费用)?')],
]
export const PUBLIC_PARTS: readonly (readonly [PublicExpense, readonly PublicExpense[]])[] = [
  ['cars', ['bought', 'running']],
  ['guests', ['home', 'foreign']],
]
export const PLANNED = /预算/
export const SPENT = /决算|实际|执行数/
/** Of another time, or by how much it changed. */
export const OF_OTHER_TIME = /[上去]年|同期|[比较]|[增减]|标准|人均|每/
