import { cellText, rowAt } from '@/lib/domain/cells/addresses'
import { type Finding, figuresOf } from '@/lib/domain/checks/findings'
import { type FindingStop, isOfWholeList, placeIn, walkThrough } from '@/lib/domain/checks/walk'
import { ENTRY_SECTIONS, type EntrySection } from '@/lib/domain/evaluation/sections'
import { explanationPlace } from '@/lib/domain/review/notes'
import { findingPlaceLabel, findingSentence } from '@/lib/messages/findings'
import { type Entry, explanationDrafts } from './entry'
import { ExplainForm, FindingWalk } from './loaded-when-needed'

/** The open findings of one form beside it, once 校验 was asked for, with the way to those of the others. */
export async function FindingsBeside({ entry, section }: { entry: Entry; section: EntrySection }) {
  const { evaluation, open, mayEnter } = entry
  const drafts = await explanationDrafts(entry)
  const stops = walkThrough(evaluation, open)
  const base = `/evaluations/${evaluation.id}`
  const hrefOf = (stop: FindingStop | undefined) => (stop === undefined ? null : `${base}/${stop.section}#${placeIn(stop.finding)}`)
  const rank = (stop: FindingStop) => ENTRY_SECTIONS.indexOf(stop.section) - ENTRY_SECTIONS.indexOf(section)
  return (
    <FindingWalk
      before={hrefOf(stops.findLast((stop) => rank(stop) < 0))}
      after={hrefOf(stops.find((stop) => rank(stop) > 0)) ?? `${base}/check`}
      findings={stops
        .filter((stop) => stop.section === section)
        .map(({ finding }) => ({
          key: `${finding.code} ${finding.at} ${findingSentence(finding)}`,
          severity: finding.severity,
          unfilled: finding.unfilled,
          at: placeIn(finding),
          fallback: fallbackOf(finding),
          place: findingPlaceLabel(finding, evaluation),
          // A form that is wanting as a whole may want several things
          message: finding.unfilled && (finding.at !== section || isOfWholeList(finding)) ? null : findingSentence(finding),
          answer:
            finding.severity === 'warning' && mayEnter ? (
              <ExplainForm
                evaluationId={evaluation.id}
                code={finding.code}
                at={finding.at}
                figures={figuresOf(finding)}
                text=""
                draft={drafts.get(explanationPlace(finding)) ?? null}
                place={findingPlaceLabel(finding, evaluation)}
              />
            ) : null,
        }))}
    />
  )
}

/** A cell that stands in the detail of an indicator is found by the indicator's name, a list that is not begun by where one begins it. */
function fallbackOf(finding: Finding): string {
  const row = rowAt(finding.at)
  return row?.list === 'indicators' ? cellText(row.list, row.row, 'name') : placeIn(finding)
}
