import type { Check } from './check'
import { evidenceChecks } from './evidence'
import { executionChecks } from './execution'
import type { Finding } from './findings'
import type { Form } from './form'
import { fundsChecks } from './funds'
import { indicatorChecks } from './indicators'
import { narrativeChecks } from './narrative/narrative'
import { ownChecks } from './own'
import { ownCoverageChecks } from './own-coverage'
import { ownIndicatorChecks } from './own-indicators'
import { printedRowChecks } from './printed-rows'
import { projectChecks } from './projects'
import { sampleChecks } from './samples'
import { scoreChecks } from './scores'
import { subtotalChecks } from './subtotals'

/** Every check of the product, in the order in which findings are listed: money, scores, indicators, completeness, evidence, text. */
export const checks: readonly Check[] = [
  ...fundsChecks,
  ...executionChecks,
  ...scoreChecks,
  ...indicatorChecks,
  ...printedRowChecks,
  ...subtotalChecks,
  ...sampleChecks,
  ...ownCoverageChecks,
  ...ownIndicatorChecks,
  ...ownChecks,
  ...evidenceChecks,
  ...projectChecks,
  ...narrativeChecks,
]

/** What all checks find in a form. */
export const findingsOf = (form: Form): Finding[] => checks.flatMap(({ find }) => find(form))
