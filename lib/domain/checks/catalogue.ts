import type { Finding } from '@/lib/domain/findings'
import type { Form } from '@/lib/domain/form'
import type { Check } from './check'
import { executionChecks } from './execution'
import { fundsChecks } from './funds'
import { indicatorChecks } from './indicators'
import { narrativeChecks } from './narrative'
import { ownChecks } from './own'
import { ownCoverageChecks } from './own-coverage'
import { ownIndicatorChecks } from './own-indicators'
import { scoreChecks } from './scores'

/** Every check of the product, in the order in which findings are listed: money, scores, indicators, text, completeness. */
export const checks: readonly Check[] = [
  ...fundsChecks,
  ...executionChecks,
  ...scoreChecks,
  ...indicatorChecks,
  ...ownCoverageChecks,
  ...ownIndicatorChecks,
  ...ownChecks,
  ...narrativeChecks,
]

/** What all checks find in a form. */
export const findingsOf = (form: Form): Finding[] =>
  checks.flatMap(({ code, severity, find }) => find(form).map((found) => ({ code, severity, ...found })))
