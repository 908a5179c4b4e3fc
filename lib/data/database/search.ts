import 'server-only'
import { pinyin } from 'pinyin-pro'
import { Prisma } from '@/lib/generated/prisma/client'
import { database } from './database'

/** Further readings that a name is found by: one character at a time read otherwise, so that their number stays small. */
const MOST_READINGS = 12

const plainText = (text: string): string => text.normalize('NFKC').toLowerCase()

type Syllable = { origin: string; isZh: boolean; pinyin: string; polyphonic: string[] }

/**
 * What somebody or something is found by: the name and its `codes` as written, the name in pinyin and its initials, in small
 * letters and parted by spaces. 长 is chang or zhang: where a character has several readings, each is found.
 */
export function searchText(name: string, ...codes: readonly string[]): string {
  const { spelt, initials } = readingsOf(name)
  return [...new Set([plainText(name), ...codes.map(plainText), ...spelt, ...initials])].join(' ')
}

/** Names whose letters are kept: more than the data of several large evaluations have. */
const MOST_KNOWN = 20_000
const knownLetters = new Map<string, string>()

/** Only the letters that a name is found by, where thousands of names go to a browser: as it is usually read, and each of its initials. */
export function lettersOf(name: string): string {
  const before = knownLetters.get(name)
  if (before !== undefined) return before
  const { spelt, initials } = readingsOf(name)
  const letters = [...new Set([...spelt.slice(0, 1), ...initials])].join(' ')
  if (knownLetters.size >= MOST_KNOWN) knownLetters.clear()
  knownLetters.set(name, letters)
  return letters
}

/** A name in pinyin and its initials, each as it is usually read first. */
function readingsOf(name: string): { spelt: string[]; initials: string[] } {
  const syllables = pinyin(plainText(name), { type: 'all', toneType: 'none', v: true }) as Syllable[]
  const usual = syllables.map(({ origin, isZh, pinyin: read }) => (isZh ? read : origin))
  const otherwise = syllables.flatMap(({ isZh, pinyin: read, polyphonic }, place) =>
    isZh ? toneless(polyphonic).flatMap((other) => (other === read ? [] : [usual.with(place, other)])) : [],
  )
  const readings = [usual, ...otherwise.slice(0, MOST_READINGS)]
  const initials = readings.map((reading) =>
    reading.map((syllable, place) => (syllables[place]?.isZh ? syllable.slice(0, 1) : syllable)).join(''),
  )
  return { spelt: readings.map((reading) => reading.join('')), initials }
}

/** Readings without their tones, each once: `zhǎng` is zhang, `lǜ` lv as it is typed. */
const toneless = (readings: readonly string[]): string[] => [
  ...new Set(
    readings.map((read) =>
      read
        .replaceAll(/[üǖǘǚǜ]/g, 'v')
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, ''),
    ),
  ),
]

/** The most words that are looked for. */
const MOST_WORDS = 8

/** The words of what was typed, as `searchText` has them. */
export const wordsOf = (typed: string): string[] => plainText(typed).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)

/** Whether a name is found by every word of what was typed, as a department's is. */
export function findsName(name: string, typed: string): boolean {
  const text = searchText(name)
  return wordsOf(typed).every((word) => text.includes(word))
}

/** Whether a column with `searchText` has every word of what was typed, in any order; always true where nothing was. */
export function matches(column: Prisma.Sql, typed: string): Prisma.Sql {
  const words = wordsOf(typed)
  if (words.length === 0) return Prisma.sql`TRUE`
  return Prisma.join(
    words.map((word) => Prisma.sql`${column} LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
    ' AND ',
  )
}

/**
 * Whether words find an evaluation `e`: as its department is found today, or by its name and code of then. The departments are
 * looked through once for all evaluations.
 */
export const foundBy = (typed: string): Prisma.Sql =>
  wordsOf(typed).length === 0
    ? Prisma.sql`TRUE`
    : Prisma.sql`(e.department_id IN (SELECT id FROM departments WHERE ${matches(Prisma.sql`search`, typed)})
        OR ${matches(Prisma.sql`lower(e.department_name || ' ' || e.department_code)`, typed)})`

/** Rows that are filled at a time. */
const AT_ONCE = 1_000

/** Fills what rows of an earlier release, or rows written without the program, are found by. */
export async function fillSearch(): Promise<void> {
  await fill(Prisma.sql`departments`, Prisma.sql`code`)
  await fill(Prisma.sql`users`, Prisma.sql`login_name`)
}

async function fill(table: Prisma.Sql, code: Prisma.Sql): Promise<void> {
  for (;;) {
    const rows = await database().$queryRaw<{ id: string; name: string; code: string }[]>`
      SELECT id, name, ${code} AS code FROM ${table} WHERE search = '' LIMIT ${AT_ONCE}`
    if (rows.length === 0) return
    await database().$executeRaw`
      UPDATE ${table} SET search = given.search
      FROM unnest(${rows.map(({ id }) => id)}::text[], ${rows.map((row) => searchText(row.name, row.code))}::text[]) AS given (id, search)
      WHERE ${table}.id = given.id`
  }
}
