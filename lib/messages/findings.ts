import type { CheckCode } from '@/lib/domain/checks/facts'
import type { Finding, FindingOf } from '@/lib/domain/checks/findings'
import { isOfWholeList } from '@/lib/domain/checks/walk'
import type { NamedRows } from '@/lib/domain/evaluation/named-rows'
import { evidencePlaceLabel } from './evidence'
import { evidenceSayings } from './finding-sentences/evidence'
import { figureSayings } from './finding-sentences/figures'
import { fundsSayings } from './finding-sentences/funds'
import { indicatorSayings } from './finding-sentences/indicators'
import { narrativeSayings, unfilledPlace } from './finding-sentences/narrative'
import type { Saying, Sayings } from './finding-sentences/saying'

/** How findings are said: one sentence per code of the catalogue, in its order. */
const sayings: Sayings<CheckCode> = { ...fundsSayings, ...indicatorSayings, ...narrativeSayings, ...figureSayings, ...evidenceSayings }
export const checkCodes = Object.keys(sayings) as CheckCode[]

/** What a finding says, with the figures in it. */
export const findingSentence = (finding: Finding): string => said(finding)

/** A finding's facts are those of its code; `Finding` itself, of any code, does not let the compiler see that. */
const said = <Code extends CheckCode>({ code, facts, at }: FindingOf<Code>): string => (sayings[code] as Saying<Code>).say(facts, at)

/** Where a finding stands: a cell, row or form, a list that is not begun, or a place of 佐证材料. */
export const findingPlaceLabel = (finding: Finding, rows: NamedRows): string =>
  isOfWholeList(finding) ? unfilledPlace(finding.facts, finding.at) : evidencePlaceLabel(finding.at, rows)

/** What a finding says behind the name of its place, which it does not name again. */
export function sentenceBehind(place: string, finding: Finding): string {
  const sentence = findingSentence(finding)
  return sentence.startsWith(place) ? sentence.slice(place.length) : `：${sentence}`
}

/** Why the rule exists, in one sentence. */
export const findingWhy = (code: CheckCode): string => sayings[code].why
