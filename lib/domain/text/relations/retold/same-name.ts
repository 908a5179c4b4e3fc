import { dividedBy, equals, plain } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { NOT_SAME_THING } from '@/lib/domain/text/vocabulary/told-again'

/**
 * 2023年一般公共预算财政拨款支出1,264.92万元 in one chapter and under just this name, at the beginning of another sentence, in the next: one
 * amount. Drawn for amounts of money whose name has the report's year and six signs more, said at the beginning of a sentence; where a third
 * place says either number, that one is held to be right.
 */
export function sameName(reading: Reading): Relation[] {
  const byName = new Map<string, Mention[]>()
  for (const mention of reading.mentions) {
    const name = nameOf(reading, mention)
    if (name !== null) byName.set(name, [...(byName.get(name) ?? []), mention])
  }
  return [...byName.values()].flatMap((all): Relation[] => {
    if (all.length < 2 || all.length > MOST) return []
    const [first] = all
    const usual = all.find(({ value }) => all.filter((other) => equals(other.value, value)).length * 2 > all.length) ?? first
    if (usual === undefined) return []
    return all
      .filter((mention) => mention !== usual && mention.paragraph !== usual.paragraph)
      .map((mention) => ({
        kind: 'count',
        result: mention,
        operands: [usual],
        holds: meet(mention.span, usual.span),
        certainty: 'likely',
        rule: 'restated',
        expected: plain(dividedBy(usual.value, unitOf(mention)), 4),
      }))
  })
}

/** More places than any amount is told in. */
const MOST = 12
const NAME =
  /^(?:\d{1,2}[.．、])?((?:19|20)\d{2})年度?(?:本部门|本单位|我[局镇乡委办院校]|部门|单位)?([\u4e00-\u9fff“”]{6,24}?)(?:总计|合计|共计|总额|决算数?|数)?[为是共]*$/

function nameOf({ year }: Reading, { label, lead, hedge, unit, bracket, after }: Mention): string | null {
  if (unit.dimension !== 'money' || hedge !== null || bracket !== 0 || !/^[。\n；]?$/.test(lead)) return null
  const [, ofYear, name] = NAME.exec(label) ?? []
  if (name === undefined || ofYear !== `${year}` || NOT_SAME_THING.test(name.replace(/预算/g, '')) || /年初|调整|其中/.test(name))
    return null
  return /^[^，。；]{0,6}[中的用]/.test(after) ? null : name
}
