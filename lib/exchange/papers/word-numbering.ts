import { inChinese } from '@/lib/domain/reading/chinese-numerals'
import { childrenOf, type Element, settingOf, within } from './xml'

/** Numbers that Word writes before paragraphs and no text holds: which list, how deep. */
export type ListPlace = { list: string; level: number }
type Level = { format: string; text: string; start: number }

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** Counts a document's numbered paragraphs, as Word does when it shows them. */
export class WordNumbering {
  private readonly levels = new Map<string, Map<number, Level>>()
  /** Lists made of one definition count on together. */
  private readonly definitionOf = new Map<string, string>()
  /** Those that begin anew with their first paragraph, and with which number. */
  private readonly anew = new Map<string, number>()
  private readonly counts = new Map<string, number[]>()

  constructor(numbering: Element | null) {
    if (numbering === null) return
    for (const definition of childrenOf(numbering, 'w:abstractNum')) {
      const levels = new Map<number, Level>()
      for (const level of childrenOf(definition, 'w:lvl')) levels.set(wholeOf(level.attributes['w:ilvl']), levelOf(level))
      this.levels.set(definition.attributes['w:abstractNumId'] ?? '', levels)
    }
    for (const list of childrenOf(numbering, 'w:num')) {
      const id = list.attributes['w:numId'] ?? ''
      this.definitionOf.set(id, settingOf(within(list, 'w:abstractNumId')) ?? '')
      for (const own of childrenOf(list, 'w:lvlOverride')) {
        const start = settingOf(within(own, 'w:startOverride'))
        if (start !== undefined) this.anew.set(placeText({ list: id, level: wholeOf(own.attributes['w:ilvl']) }), wholeOf(start))
      }
    }
  }

  /** What stands before the next paragraph of a list; empty for a list that is not known or shows no number. */
  next({ list, level }: ListPlace): string {
    const definition = this.definitionOf.get(list) ?? ''
    const levels = this.levels.get(definition)
    const own = levels?.get(level)
    if (levels === undefined || own === undefined) return ''
    const counts = this.counts.get(definition) ?? []
    const place = placeText({ list, level })
    counts[level] = this.anew.get(place) ?? (counts[level] ?? own.start - 1) + 1
    this.anew.delete(place)
    counts.length = level + 1
    this.counts.set(definition, counts)
    if (own.format === 'bullet') return '●'
    return own.text.replace(/%(\d)/g, (_, place: string) => {
      const at = wholeOf(place) - 1
      return numberAs(levels.get(at)?.format ?? 'decimal', counts[at] ?? 1)
    })
  }
}

const placeText = ({ list, level }: ListPlace): string => `${list}/${level}`

const wholeOf = (digits: string | undefined): number => (/^\d{1,4}$/.test(digits ?? '') ? Number(digits) : 0)

const levelOf = (level: Element): Level => ({
  format: settingOf(within(level, 'w:numFmt')) ?? 'decimal',
  text: settingOf(within(level, 'w:lvlText')) ?? '',
  start: wholeOf(settingOf(within(level, 'w:start')) ?? '1'),
})

function numberAs(format: string, number: number): string {
  if (/chinese|ideograph|japaneseCounting|taiwaneseCounting/i.test(format)) return inChinese(number)
  if (/Circle/i.test(format)) return CIRCLED[number - 1] ?? `${number}`
  return format === 'none' ? '' : `${number}`
}
