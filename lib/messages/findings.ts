import type { Finding } from '@/lib/domain/checks/findings'
import { fundsSayings } from './finding-sentences/funds'
import { indicatorSayings } from './finding-sentences/indicators'
import { narrativeSayings } from './finding-sentences/narrative'
import type { Saying } from './finding-sentences/saying'

/** How findings are said. Every code of the catalogue has a sentence; a test checks it. */
export const findingSayings: Readonly<Record<string, Saying>> = { ...fundsSayings, ...indicatorSayings, ...narrativeSayings }

/** What a finding says, with the figures in it. */
export const findingSentence = ({ code, facts, at }: Finding): string => findingSayings[code]?.say({ at, ...facts }) ?? code

/** Why the rule exists, in one sentence. */
export const findingWhy = (code: string): string => findingSayings[code]?.why ?? ''
