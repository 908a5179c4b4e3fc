import type { Datum } from './references'

/** A datum with the letters that it is found by: its name in pinyin and its initials, parted by spaces. */
export type FoundDatum = Datum & { letters: string }

/** Fewer letters find nothing in pinyin: in texts there are km/h, t/a and the like. */
const FEWEST_LETTERS = 2

const isLetters = (word: string): boolean => /^[a-z]+$/.test(word)
const begins = ({ letters }: FoundDatum, typed: string): boolean => letters.split(' ').some((reading) => reading.startsWith(typed))

/** Data whose name has the word, in Chinese, pinyin or initials, or whose value begins with it; of letters first those that begin so. */
export function findData(data: readonly FoundDatum[], word: string): readonly FoundDatum[] {
  const named = data.filter(({ label, text }) => label.includes(word) || (word !== '' && text.startsWith(word)))
  const typed = word.toLowerCase()
  if (!isLetters(typed) || typed.length < FEWEST_LETTERS) return named
  const spelt = data.filter((datum) => !named.includes(datum) && datum.letters.includes(typed))
  return [...named, ...spelt.filter((datum) => begins(datum, typed)), ...spelt.filter((datum) => !begins(datum, typed))]
}

/** Whether a datum that was found is so clearly the one meant that Enter takes it: not by letters from its midst. */
export const isMeant = (datum: FoundDatum, word: string): boolean =>
  word !== '' && (datum.label.includes(word) || datum.text.startsWith(word) || begins(datum, word.toLowerCase()))
