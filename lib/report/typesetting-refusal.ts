import { refused } from '@/lib/domain/decision/decision'
import { missingGlyphs } from './glyphs'

const UNSHOWN = /the text `\\?"(.+?)\\?"` could not be displayed/gsu
const MISSING_FONTS = /^fonts are missing: (.+)$/u

/** What the typesetter complained of, as a refusal; a character without a glyph is named with its code point. */
export function typesettingRefusal(messages: readonly string[]): ReturnType<typeof refused> {
  const complaint = messages.join('\n')
  const characters = new Set([...complaint.matchAll(UNSHOWN)].flatMap(([, text = '']) => [...text]))
  if (characters.size > 0) return missingGlyphs([...characters])
  const fonts = MISSING_FONTS.exec(messages[0] ?? '')?.[1]
  return fonts === undefined ? refused('typesetting-failed', { reason: complaint.slice(0, 300) }) : refused('fonts-missing', { fonts })
}
