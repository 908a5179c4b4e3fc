import type { OpenPlaces } from '@/components/evaluation/saving/open-places'
import { type FindingStop, placeIn, walkThrough } from '@/lib/domain/checks/walk'
import { ENTRY_SECTIONS, type EntrySection } from '@/lib/domain/evaluation/sections'
import type { Entry } from './entry'

/** What asks for something: before 校验 was asked for only what is to be filled in. */
const stopsOf = ({ evaluation, open, asked }: Entry): FindingStop[] =>
  walkThrough(
    evaluation,
    open.filter(({ unfilled }) => asked || unfilled),
  )

const hrefOf = ({ evaluation }: Entry, stop: FindingStop | undefined): string =>
  `/evaluations/${evaluation.id}/${stop === undefined ? 'check' : `${stop.section}#${placeIn(stop.finding)}`}`

/**
 * What is to be filled in of a form, and where one goes on behind it: in the next form that asks for something, behind the last in the
 * first, and where none does, where all is checked.
 */
export function openPlaces(entry: Entry, section: EntrySection): OpenPlaces {
  const stops = stopsOf(entry)
  const here = stops.flatMap(({ section: at, finding }) => (at === section && finding.unfilled ? [placeIn(finding)] : []))
  const others = stops.filter((stop) => stop.section !== section)
  const after = others.find((stop) => ENTRY_SECTIONS.indexOf(stop.section) > ENTRY_SECTIONS.indexOf(section)) ?? others[0]
  return { here: [...new Set(here)], after: hrefOf(entry, after) }
}

/** Where one goes on with an evaluation: the first place of its forms that asks for something, else where all is checked. */
export const firstOpen = (entry: Entry): string => hrefOf(entry, stopsOf(entry)[0])
