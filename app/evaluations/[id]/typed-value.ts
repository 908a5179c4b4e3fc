import 'server-only'
import type { Decision } from '@/lib/domain/decision/decision'
import type { CellValue } from '@/lib/domain/evaluation/cell-value'
import { readCellValue } from '@/lib/forms/cells/cells'
import { missingGlyphs, printedText, unprintable } from '@/lib/report/glyphs'

/** What was typed into a cell, as a value that can be kept and printed. Refused as `readCellValue`, and as `missing-glyph`. */
export function readTypedValue(address: string, typed: string): Decision<CellValue> {
  const value = readCellValue(address, typed)
  const missing = value.ok ? unprintable(printedText(value.value)) : []
  return missing.length > 0 ? missingGlyphs(missing) : value
}
