import type { Mention } from './mentions'

/** 预算执行率、资金到位率分别为: two names of rates or more, each ending as rates do. */
const ROW = /^([^，。；：]*[率度][、和与及][^，。；：]*[率度])(?:依次|分别)(?:为|是|达到?)?$/
const NAME = /(?<=[率度])[、和与及]/
const JOINED = /^(?:和|与|及|以及)?$/

/** 执行率和完成率分别为96%和100%: each of the figures goes by the name at its place, as if it had been said beside it. */
export function nameRow(mentions: readonly Mention[]): void {
  for (const first of mentions) {
    if (first.unit.dimension !== 'percent' || !first.label.includes('率')) continue
    const names = ROW.exec(first.label)?.[1]?.split(NAME) ?? []
    const row = mentions.slice(first.index, first.index + names.length)
    const next = mentions[first.index + names.length]
    if (names.length < 2 || row.length < names.length || (next?.group === first.group && next.lead === '、')) continue
    if (names.some((name) => !/[率度]$/.test(name))) continue
    if (!row.slice(1).every(({ unit, group, label }) => unit === first.unit && group === first.group && JOINED.test(label))) continue
    for (const [i, mention] of row.entries()) mention.label = names[i] as string
  }
}
