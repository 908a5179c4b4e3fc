import type { NumberLevel } from '@/lib/domain/cells/list-places'
import { markerOf } from '@/lib/domain/intake/markers'
import { fromChinese } from '@/lib/domain/reading/chinese-numerals'
import { numberAt } from '@/lib/messages/numbering'

/**
 * A text that was pasted, with the numbers that official papers have in place of those that they have not: the signs ⒈ ⑴ ㈠ ❶, the letters
 * a. b. and the Roman figures Ⅰ. Ⅱ. Letters and Roman figures only where they run on from the first, each in a style that nothing else
 * of the text has: A级景区 and a lone “I.” stay.
 */
export function withPlainNumbers(text: string): string {
  const plain = text.replace(SIGN, (sign) => `${numberOfSign(sign)} `)
  const found = [...plain.matchAll(WRITTEN)].map((match) => ({ at: match.index, length: match[0].length, written: match[1] ?? '' }))
  const runs = running(found.map(({ written }) => written))
  const styles = stylesFor(plain, new Set(runs.map((run) => run?.kind)))
  let [result, end] = ['', 0]
  for (const [index, { at, length }] of found.entries()) {
    const run = runs[index]
    if (!run) continue
    result += `${plain.slice(end, at)}${numberAt(styles[run.kind], run.number)} `
    end = at + length
  }
  return result + plain.slice(end)
}

/** One sign that is a whole number, at the start of a line or behind what ends a sentence or leads in. */
const SIGN = /(?<=^|[\n。；;：:])[ \t\u3000]*[⒈-⒛⑴-⒇㈠-㈩㊀-㊉❶-❿➀-➓⓵-⓾][ \t\u3000]*/g
/** The same place with letters and a stop or a bracket behind them: what is taken is the letters. */
const WRITTEN = /(?<=^|[\n。；;：:])[ \t\u3000]*[（(]?([A-Za-zＡ-Ｚａ-ｚⅠ-Ⅻⅰ-ⅻ]{1,4})[)）.．、](?![A-Za-z])[ \t\u3000]*/g

/** Ranges of ten signs that stand for ①…⑩ in other shapes. */
const LIKE_CIRCLED = ['❶', '➀', '➊', '⓵'] as const

function numberOfSign(written: string): string {
  const sign = written.trim()
  for (const first of LIKE_CIRCLED) {
    const place = sign.charCodeAt(0) - first.charCodeAt(0) + 1
    if (place >= 1 && place <= 10) return numberAt(5, place)
  }
  const [number = ''] = /[一二三四五六七八九十\d]+/.exec(sign.normalize('NFKC')) ?? []
  const chinese = fromChinese(number)
  if (chinese !== null) return numberAt(2, chinese)
  return numberAt(sign >= '⒈' ? 3 : 4, Number(number))
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
type Kind = 'roman' | 'letter'
type Run = { kind: Kind; number: number }

/** What letters may number: “i” is the ninth letter and the first Roman figure. */
function meanings(written: string): Run[] {
  const letters = written.normalize('NFKC').toLowerCase()
  const roman = ROMAN.indexOf(letters) + 1
  const letter = letters.length === 1 ? letters.charCodeAt(0) - 'a'.charCodeAt(0) + 1 : 0
  return [
    ...(letter > 0 ? [{ kind: 'letter', number: letter } as const] : []),
    ...(roman > 0 ? [{ kind: 'roman', number: roman } as const] : []),
  ]
}

/** Each as the number that it is in its run; null where it is in none: a run begins at its first and has a second. */
function running(written: readonly string[]): (Run | null)[] {
  const all = written.map(meanings)
  const lastSecond = (kind: Kind) => all.findLastIndex((each) => each.some((one) => one.kind === kind && one.number === 2))
  const seconds: Record<Kind, number> = { roman: lastSecond('roman'), letter: lastSecond('letter') }
  const last: Record<Kind, number> = { roman: 0, letter: 0 }
  return all.map((each, index) => {
    const goesOn = each.find(({ kind, number }) => number > 1 && number === last[kind] + 1)
    const run = goesOn ?? each.find(({ kind, number }) => number === 1 && index < seconds[kind]) ?? null
    if (run !== null) last[run.kind] = run.number
    return run
  })
}

/** Roman figures number outer lists, letters inner ones. */
const PREFERRED: Readonly<Record<Kind, readonly NumberLevel[]>> = { roman: [1, 2, 3, 4, 5], letter: [4, 5, 3, 2, 1] }
const LEVEL_OF: Readonly<Record<string, NumberLevel>> = { han: 1, hanBracket: 2, digit: 3, bracket: 4, halfBracket: 4, circled: 5 }

function stylesFor(text: string, kinds: ReadonlySet<Kind | undefined>): Record<Kind, NumberLevel> {
  const taken = new Set(text.split('\n').map((line) => LEVEL_OF[markerOf(line.trim())?.style ?? '']))
  const styles: Record<Kind, NumberLevel> = { roman: 1, letter: 4 }
  for (const kind of ['roman', 'letter'] as const) {
    if (!kinds.has(kind)) continue
    styles[kind] = PREFERRED[kind].find((level) => !taken.has(level)) ?? styles[kind]
    taken.add(styles[kind])
  }
  return styles
}
