import 'server-only'
import { readTypedValue } from '@/app/evaluations/[id]/typed-value'
import { workbookTexts } from '@/lib/forms/workbook-texts'
import type { Assessed } from '@/lib/report/data-text'
import { referableData } from '@/lib/report/referable-data'

/** How the workbook of this evaluation holds texts that refer to its data, and how its cells are read. */
export const bookReferences = (assessed: Assessed) =>
  workbookTexts(new Map(referableData(assessed).map((datum) => [datum.name, datum])), readTypedValue)
