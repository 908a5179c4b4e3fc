import { excerpt, occurrences, ofText, oncePerPiece, passagesOf } from './report-text'

/** How the text writes its numbers. */

const AMOUNTS = /(?<![\d.,])(\d[\d,]*\.\d+)万元/g
const PLAIN_LARGE =
  /(?<![\d.,年—-])(\d{4,}(?:\.\d+)?)(?=个|人|名|户|件|宗|次|场|项|份|家|起|吨|亩|米|平方米|公里|元|万元|处|套|盏|册|张|例)/g
/** １００份, １００％. Numbers of headings and dates are often full-width by the printer's choice. */
const FULL_WIDTH = /(?<![０-９．.，,])[０-９](?:[．.，,]?[０-９])+(?=[个人名户件次场项份家元万%％])/
const HALF_WIDTH = /(?<!\d)\d{2,}(?=[个人名户件次场项份家元万%％])/

/** T10: one number without thousands separators among others with them, one amount with other decimals, or digits of two widths; each once for a piece of text, with the number of places. */
export const uniformNumbers = ofText({ code: 'T10', severity: 'info' }, (form) => {
  const passages = passagesOf(form)
  const separated = passages.reduce((n, { text }) => n + occurrences(text, /\d,\d{3}/g).length, 0)
  const decimals = passages.flatMap(({ at, text }) => [...text.matchAll(AMOUNTS)].map((match) => ({ at, written: match[1] ?? '' })))
  const twoPlaces = decimals.filter(({ written }) => /\.\d\d$/.test(written)).length
  return [
    ...(separated < 3
      ? []
      : oncePerPiece(
          passages.flatMap(({ at, text }) =>
            [...text.matchAll(PLAIN_LARGE)].map((match) => ({
              at,
              facts: { kind: 'separator' as const, text: excerpt(text, match.index, match[0].length), found: match[1] ?? '' },
            })),
          ),
          () => '',
        )),
    ...(twoPlaces < 3
      ? []
      : oncePerPiece(
          decimals
            .filter(({ written }) => /\.\d$/.test(written))
            .map(({ at, written }) => ({ at, facts: { kind: 'decimals' as const, text: `${written}万元` } })),
          () => '',
        )),
    // One of them is enough: who mixes widths does so throughout.
    ...(form.text.some(({ text }) => HALF_WIDTH.test(text))
      ? form.text
          .flatMap(({ at, text }) =>
            (FULL_WIDTH.exec(text) ?? []).slice(0, 1).map((found) => ({ at, facts: { kind: 'width' as const, found } })),
          )
          .slice(0, 1)
      : []),
  ]
})
