import { SCANS } from '@/lib/domain/evaluation/evidence'
import { yearsNamed } from '@/lib/domain/evaluation/evidence-file'
import { type Check, check, type Found, ofOwn } from './check'
import type { Finding } from './findings'
import type { Form, FormIndicator } from './form'

/** Checks of 佐证材料: what the scheme asks for beside a form, and what the files say of themselves. Bytes are not read. */

/** Rows that evidence is asked for: they carry points, and something was to be achieved. */
const scoredRows = ({ indicators }: Form): readonly FormIndicator[] =>
  indicators.filter(({ scored, comparison, context }) => scored && comparison.outcome !== 'notApplicable' && context.name.trim() !== '')

/** E01: a scored indicator without any evidence, where the scheme asks for it. */
const ofIndicators = ofOwn(
  { code: 'E01', severity: 'warning', figures: { version: 1, of: ({ name }) => ({ name }) } },
  ({ evidence }, form) => {
    if (!evidence.required.has('evidence/indicators')) return []
    const given = new Set(evidence.files.map(({ place }) => place))
    return scoredRows(form)
      .filter(({ at }) => !given.has(at))
      .map(({ at, context }) => ({ at, facts: { name: context.name } }))
  },
)

/** E02: the name of a file says another year than the evaluation's. What is named over several years may hold it. */
const ofTheYear = ofOwn({ code: 'E02', severity: 'info' }, ({ evidence: { files } }, { year }) =>
  files.flatMap(({ place, name }) => {
    const named = yearsNamed(name)
    const [first, last] = [named[0], named.at(-1)]
    if (year === null || first === undefined || last === undefined || (first <= `${year}` && `${year}` <= last)) return []
    return [{ at: place, facts: { file: name, named: [...new Set([first, last])].join('—'), year: `${year}` } }]
  }),
)

/** E03: the same bytes vouch for several indicators. */
const sameFile = check({
  code: 'E03',
  severity: 'info',
  find: ({ own, indicators }) => {
    const names = new Map(indicators.map(({ at, context }) => [at, context.name]))
    const byHash = new Map<string, { place: string; file: string }[]>()
    for (const { place, name, hash } of own?.evidence.files ?? []) {
      if (!names.has(place)) continue
      const same = byHash.get(hash)
      if (same === undefined) byHash.set(hash, [{ place, file: name }])
      else same.push({ place, file: name })
    }
    return [...byHash.values()].flatMap(([first, second, ...more]): Found<'E03'>[] => {
      if (first === undefined || second === undefined) return []
      const facts = { file: first.file, other: names.get(second.place) ?? '', count: `${more.length + 2}` }
      return [{ at: first.place, facts }]
    })
  },
})

/** E04: a stamped scan that the scheme asks for has not been brought. */
const stampedScans = ofOwn({ code: 'E04', severity: 'error' }, ({ evidence: { required, files } }) =>
  SCANS.filter((scan) => required.has(`evidence/${scan}`) && !files.some(({ place }) => place === `scans/${scan}`)).map((scan) => ({
    at: `scans/${scan}`,
    facts: { scan },
  })),
)

export const evidenceChecks: readonly Check[] = [ofIndicators, stampedScans, ofTheYear, sameFile]

/** Whether a finding is put right where 佐证材料 are given, and not in the form of its place. */
export const isOfEvidence = ({ code }: Pick<Finding, 'code'>): boolean => evidenceChecks.some((one) => one.code === code)
