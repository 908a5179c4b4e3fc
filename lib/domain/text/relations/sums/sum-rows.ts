import { equals, plus } from '@/lib/domain/quantities'
import { countSaid } from '@/lib/domain/text/counted'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/** What makes a row of figures no row of a total's parts, however near it stands. */

/** 支出结构情况：支出1,264万元，用于甲1,196万元、乙68万元: the first figure is the total of the others, so the row is of it. */
export const hasOwnTotal = ([first, ...rest]: readonly Mention[], drawn: readonly Relation[]): boolean =>
  rest.length > 1 &&
  drawn.some(({ result, operands }) => result === first && rest.length >= operands.length && operands.every((part) => rest.includes(part)))

/** …；购置及运行费1,618万元，其中：购置费414万元；运行费1,204万元: the last part is what 其中 leaves of the one before. */
export const isSplitAgain = ({ mentions }: Reading, parts: readonly Mention[], length: number): boolean => {
  const [last, tail] = [parts[length - 1], parts[length]]
  if (last === undefined || tail === undefined || parts.length !== length + 1) return false
  return mentions
    .slice(last.index + 1, tail.index)
    .some(({ label, lead, value }) => (label.startsWith('其中') || lead === '：') && equals(plus(value, tail.value), last.value))
}

/** 甲3万元，乙2万元，丙1万元，三项合计7万元: just those before it, whatever else they are parts of. */
export const isCountedRow = (operands: readonly Mention[], { label, index }: Mention): boolean =>
  countSaid(/^([两二三四五六七八九])[项者类]支?出?合计$/.exec(label)?.[1] ?? '') === operands.length && operands.at(-1)?.index === index - 1

/** 支出分别为12万元、6万元和3万元，其中已付分别为9万元、6万元和2.4万元: the last of a row is no total of the next. */
export const isOfRow = ([first]: readonly Mention[], { lead, label }: Mention): boolean =>
  first !== undefined && /分别|依次/.test(first.label) && (lead === '、' || /^[和及与]$|分别|依次/.test(label))
/** 预算分别为…，合计28,200万元；实际支出分别为…: the second row has no total. */
export const isOwnRow = ([first]: readonly Mention[], total: Mention): boolean =>
  first !== undefined && first.index > total.index && first.group !== total.group && /分别|依次/.test(first.label)

/** 由17家单位组成，其中：全额拨款单位15个、差额拨款单位2个: bodies are counted by either word. */
export const areBodies = ({ unit, after, label }: Mention, parts: readonly Mention[]): boolean =>
  BODY_WORDS.has(unit.word) &&
  /^[^，。；]{0,6}(?:单位|机构|企业|部门)|(?:单位|机构|企业|部门)[^，。；]{0,3}$/.test(after.startsWith('单位') ? after : label + after) &&
  parts.every((part) => BODY_WORDS.has(part.unit.word) && /(?:单位|机构|企业|部门|[局院校所站])[^，。；]{0,2}$/.test(part.label))
const BODY_WORDS = new Set(['家', '个'])

/** 得98.2分，其中执行率得9.78分，其他指标扣1.58分; 合计95.9分（满分依次为15分、20分…）: what was given, taken off and to be had do not add up to each other. */
export function areMixedScores(row: readonly Mention[]): boolean {
  if (row[0]?.unit.dimension !== 'score') return false
  const kinds = new Set(
    row.flatMap(({ label }) => (label === '' ? [] : [TAKEN_OFF.test(label) ? 'taken' : FULL_MARKS.test(label) ? 'full' : 'given'])),
  )
  return kinds.size > 1
}
const TAKEN_OFF = /[扣失减]分?(?:值|合计|共计|共)*为?$/
const FULL_MARKS = /满分|分值|权重/
