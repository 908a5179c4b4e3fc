import { readAgain } from './evaluation-cells'
import { type Indicator, identityOf } from './indicator'
import { sameLine } from './lines'
import { emptyIndicator } from './rows'

/**
 * The rows that an approved 目标申报 (`plan`) gives to another evaluation of its subject and year: each of the department's own
 * indicators on its line, with its names, target and 分值 in force and as approved, nothing achieved yet. What stands on one
 * of the lines `present` already is not given twice, and what the scheme gives is the scheme's. `newId` makes a row's id.
 */
export const rowsOfPlan = (plan: readonly Indicator[], present: readonly Indicator[], newId: () => string): Indicator[] =>
  plan
    .filter((row) => row.fixedId === null && row.name.trim() !== '' && !present.some((other) => sameLine(other, row)))
    .map((row) =>
      readAgain({
        ...emptyIndicator(newId()),
        lineId: row.lineId,
        libraryId: row.libraryId,
        dimension: row.dimension,
        group: row.group,
        name: row.name,
        unit: row.unit,
        nature: row.nature,
        standard: row.standard,
        target: row.target,
        maxScore: row.maxScore,
        approvedTarget: row.target.text,
        approvedMaxScore: row.maxScore,
        approvedAs: identityOf(row),
        planIndicatorId: row.id,
      }),
    )
