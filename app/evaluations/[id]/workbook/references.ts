import 'server-only'
import { readTypedValue } from '@/app/evaluations/[id]/typed-value'
import { assess } from '@/lib/domain/checks/assessment'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { workbookTexts } from '@/lib/forms/cells/workbook-texts'
import type { Assessed } from '@/lib/report/data-text'
import { referableData } from '@/lib/report/referable-data'

/** How the workbook of this evaluation holds texts that refer to its data, and how its cells are read. */
export const bookReferences = (assessed: Assessed) =>
  workbookTexts(new Map(referableData(assessed).map((datum) => [datum.name, datum])), readTypedValue)

/** The same for a project of a department's year. */
export const projectReferences = (project: Evaluation) => bookReferences({ evaluation: project, score: assess(project).score })
