import { type AddressText, cellSpec } from '@/lib/domain/cells/addresses'
import type { Decision } from '@/lib/domain/decision/decision'
import type { CellValue } from '@/lib/domain/evaluation/cell-value'
import { datumLabel } from '@/lib/messages/data-labels'
import { type KnownData, piecesOf, shownOf, withReferences } from './references'

type ReadsCell = (address: AddressText, text: string) => Decision<CellValue>

/**
 * How a workbook holds texts that refer to data: by what the data are called, as boxes do. `read` reads a cell as a form keeps it;
 * what is given back reads it with its references.
 */
export const workbookTexts = (known: KnownData, read: ReadsCell): { say: (kept: string) => string; read: ReadsCell } => ({
  say: (kept) => shownOf(piecesOf(kept, (name) => known.get(name)?.label ?? datumLabel(name, null))),
  read: (address, text) => read(address, cellSpec(address)?.kind === 'text' ? withReferences(text, known) : text),
})
