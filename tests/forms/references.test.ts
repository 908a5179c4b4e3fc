import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceOffers } from '@/lib/forms/cells/reference-offers'
import {
  besideReferences,
  type Datum,
  keptOf,
  piecesOf,
  replaced,
  sayDatum,
  shownOf,
  typedOver,
  withReferences,
} from '@/lib/forms/cells/references'

const DATA: Datum[] = [
  { name: 'executionRate', label: '预算执行率', text: '98.76%' },
  { name: 'executionScore', label: '预算执行得分', text: '9.88' },
  { name: 'total', label: '自评总分', text: '' },
  { name: 'total/actualExpenditure', label: '部门整体支出 · 全年执行数', text: '8,988.68' },
  { name: 'staffQuota/count', label: '编制数', text: '85' },
]
const known = new Map(DATA.map((datum) => [datum.name, datum]))
const say = (name: string) => sayDatum(name, known)
const pieces = (kept: string) => piecesOf(kept, say)
const KEPT = '执行率为{{executionRate}}，得分{{executionScore}}分。'
const SHOWN = '执行率为〔预算执行率 98.76%〕，得分〔预算执行得分 9.88〕分。'

/** The box after a key: what was selected goes, `text` comes, and the caret stands behind it. */
function key(kept: string, from: number, to: number, text: string) {
  const shown = shownOf(pieces(kept))
  return typedOver(pieces(kept), shown.slice(0, from) + text + shown.slice(to), from + text.length, { known, say })
}

describe('a reference in a box', () => {
  test('is said by its name and value', () => expect(shownOf(pieces(KEPT))).toBe(SHOWN))
  test('says 未填 where there is no value, and only its name where nobody knows it', () => {
    expect(shownOf(pieces('{{total}}'))).toBe('〔自评总分 未填〕')
    expect(shownOf(pieces('{{grade}}{{indicators/gone1/score}}'))).toBe('〔评价等级〕〔指标 · 得分〕')
  })
  test('stays where something is typed before, behind and between', () => {
    expect(key(KEPT, 0, 0, '全年').kept).toBe(`全年${KEPT}`)
    expect(key(KEPT, SHOWN.length, SHOWN.length, '完').kept).toBe(`${KEPT}完`)
    expect(key(KEPT, SHOWN.indexOf('，得分'), SHOWN.indexOf('，得分') + 1, '；').kept).toBe(KEPT.replace('，', '；'))
  })
  test('goes as one by a single key, from either side', () => {
    const [start, end] = [SHOWN.indexOf('〔'), SHOWN.indexOf('〕') + 1]
    const gone = { kept: KEPT.replace('{{executionRate}}', ''), caret: start }
    expect(key(KEPT, end - 1, end, '')).toEqual(gone)
    expect(key(KEPT, start, start + 1, '')).toEqual(gone)
  })
  test('what is typed into it stands behind it', () =>
    expect(key(KEPT, SHOWN.indexOf('98'), SHOWN.indexOf('98'), '约').kept).toBe(KEPT.replace('}}，', '}}约，')))
  test('the caret never stands within', () => {
    const [start, end] = [SHOWN.indexOf('〔'), SHOWN.indexOf('〕') + 1]
    expect(besideReferences(pieces(KEPT), start + 1, start)).toBe(end)
    expect(besideReferences(pieces(KEPT), end - 1, end)).toBe(start)
    expect(besideReferences(pieces(KEPT), start + 2, 0)).toBe(start)
    expect(besideReferences(pieces(KEPT), start, 0)).toBe(start)
    expect(besideReferences(pieces(KEPT), end, 0)).toBe(end)
  })
  test('is copied whole, also by a part of it', () => {
    const at = SHOWN.indexOf('98')
    expect(keptOf(pieces(KEPT), at, at + 4)).toBe('{{executionRate}}')
    expect(keptOf(pieces(KEPT), 2, at)).toBe('为{{executionRate}}'.replace('为', '率为'))
  })
  test('comes with a pasted text as it is called, whatever it said then', () =>
    expect(key('', 0, 0, '为〔预算执行率 90.00%〕和〔自评总分〕').kept).toBe('为{{executionRate}}和{{total}}'))
  test.each(['穗财〔2024〕12号', '〔预算执行〕', '〔预算执行率', '〔预算执行率98〕'])('%s is text', (text) =>
    expect(withReferences(text, known)).toBe(text),
  )
  test('is put in place of what is selected', () =>
    expect(replaced(pieces('得/分'), 1, 2, '{{executionScore}}', say)).toEqual({ kept: '得{{executionScore}}分', caret: 14 }))
})

/** Texts of both kinds of pieces, with what might be taken for one. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('{{executionRate}}', '{{total}}', '{{nothing}}', '〔', '〕', '〔2024〕', '甲', '\n', '𠮷'),
      fc.string({ maxLength: 3 }),
    ),
  )
  .map((parts) => parts.join(''))

test('nothing of a text is lost but what was typed over, and no reference is broken', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), fc.constantFrom('', '甲', 'ab', '〕'), (kept, a, b, text) => {
      const all = pieces(kept)
      const shown = shownOf(all)
      expect(all.map((piece) => piece.kept).join('')).toBe(kept)
      const at = [a, b].map((one) => besideReferences(all, one % (shown.length + 1), 0)).sort((x, y) => x - y)
      const [from = 0, to = 0] = at
      const { kept: after, caret } = key(kept, from, to, text)
      // Brackets that come to stand together may make a reference of what was none
      fc.pre(!/[{}]/.test(kept.replaceAll(/\{\{(?:executionRate|total)\}\}/g, '')))
      expect(shownOf(pieces(after))).toBe(shown.slice(0, from) + text + shown.slice(to))
      expect(caret).toBe(from + text.length)
    }),
  )
})

describe('a figure that equals a datum', () => {
  const offered = (text: string) =>
    referenceOffers(pieces(text), known).map(({ written, data }) => [written, data.map(({ label }) => label)])
  test.each([
    ['执行率98.76%', '98.76%', '预算执行率'],
    ['执行率 98.76 ％', '98.76 ％', '预算执行率'],
    ['支出8988.68万元', '8988.68', '部门整体支出 · 全年执行数'],
    ['支出8,988.68万元。', '8,988.68', '部门整体支出 · 全年执行数'],
    ['得9.88分', '9.88', '预算执行得分'],
    ['写作〔预算执行率〕', '〔预算执行率〕', '预算执行率'],
  ])('%s', (text, written, label) => expect(offered(text)).toEqual([[written, [label]]]))
  test.each(['98.76', '198.76%', '98.761%', '编制85人', '18,988.68', '8,988.685', '已引用{{executionRate}}', '穗财〔2024〕12号'])(
    '%s is none',
    (text) => expect(offered(text)).toEqual([]),
  )
  test('brackets that stand for no datum are said', () => expect(offered('为〔完成率〕')).toEqual([['〔完成率〕', []]]))
  test('its place is that of what is shown', () => {
    const text = '{{executionRate}}即98.76%'
    const [offer] = referenceOffers(pieces(text), known)
    expect(shownOf(pieces(text)).slice(offer?.from, offer?.to)).toBe('98.76%')
  })
})
