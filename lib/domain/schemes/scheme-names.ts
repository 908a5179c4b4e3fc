import { parseAddress } from '@/lib/domain/cells/addresses'
import { type FigureGroup, groupOf, isFigureName } from '@/lib/domain/cells/funds'
import { REVIEW_NODES } from '@/lib/domain/review/review'
import { isRequirable } from './requirable'
import { OUTLINE_CHAPTERS, type Scheme } from './scheme'
import { problem, type SchemeProblem, twice } from './scheme-problem'

/** Names and ids stand once and name something that is there. */
export const nameProblems = (scheme: Scheme): SchemeProblem[] => [
  ...dimensions(scheme),
  ...ids(scheme),
  ...places(scheme),
  ...required(scheme),
  ...outline(scheme),
  ...workflow(scheme),
]

const dimensions = ({ dimensions: all }: Scheme): SchemeProblem[] => [
  ...twice(
    all.map(({ name }) => name),
    (index) => `/dimensions/${index}/name`,
  ),
  ...all.flatMap(({ groups }, index) =>
    twice(
      groups.map(({ name }) => name),
      (place) => `/dimensions/${index}/groups/${place}/name`,
    ),
  ),
]

function ids({ fixedIndicators, adjustments }: Scheme): SchemeProblem[] {
  const count = fixedIndicators.length
  return twice(
    [...fixedIndicators, ...adjustments].map(({ id }) => id),
    (index) => (index < count ? `/fixedIndicators/${index}/id` : `/adjustments/${index - count}/id`),
    'idTwice',
  )
}

const places = (scheme: Scheme): SchemeProblem[] =>
  scheme.fixedIndicators.flatMap((fixed, index) => {
    const at = `/fixedIndicators/${index}`
    const dimension = scheme.dimensions.find(({ name }) => name === fixed.dimension)
    if (dimension === undefined) return [problem('unknownDimension', `${at}/dimension`, { name: fixed.dimension })]
    const known = fixed.group === '' || dimension.groups.some(({ name }) => name === fixed.group)
    return known ? [] : [problem('unknownGroup', `${at}/group`, { name: fixed.group })]
  })

/** What must be filled has to be something that can be, also by the groups of figures that are switched on. */
const required = ({ required: names, figureGroups }: Scheme): SchemeProblem[] => [
  ...twice(names, (index) => `/required/${index}`),
  ...names.flatMap((name, index) => {
    if (!isRequirable(name)) return [problem('unknownRequired', `/required/${index}`, { name })]
    const cell = parseAddress(name)
    const group = cell?.part === 'funds' ? switchedOff(cell.figure, figureGroups) : null
    return group === null ? [] : [problem('figureOff', `/required/${index}`, { name, group })]
  }),
]

/** The group of a figure where the scheme has not switched it on. */
export function switchedOff(figure: string, on: Scheme['figureGroups']): FigureGroup | null {
  if (!isFigureName(figure)) return null
  const group = groupOf(figure)
  return group === null || on.includes(group) ? null : group
}

const outline = ({ outline: chapters }: Scheme): SchemeProblem[] => [
  ...twice(chapters, (index) => `/outline/${index}`),
  ...chapters.flatMap((name, index) =>
    (OUTLINE_CHAPTERS as readonly string[]).includes(name) ? [] : [problem('unknownChapter', `/outline/${index}`, { name })],
  ),
]

/** Somebody fills in, and the finance bureau decides; days are only given to nodes that are there, and do not run backwards. */
function workflow({ nodes, deadlines }: Scheme): SchemeProblem[] {
  const found = twice(nodes, (index) => `/nodes/${index}`, 'nodeTwice')
  for (const node of ['entry', 'finance'] as const) if (!nodes.includes(node)) found.push(problem('nodeMissing', '/nodes', { name: node }))
  let before = 0
  for (const node of REVIEW_NODES) {
    const days = deadlines[node]
    if (days === undefined) continue
    if (!nodes.includes(node)) found.push(problem('deadlineWithoutNode', `/deadlines/${node}`, { name: node }))
    if (days < before) found.push(problem('deadlineTooEarly', `/deadlines/${node}`, { before: `${before}` }))
    before = days
  }
  return found
}
