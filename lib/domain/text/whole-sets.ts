import { lately } from '@/lib/domain/reading/lately'
import type { Mention } from './mentions'
import { KINDS_OF_PEOPLE, KINDS_OF_STAFF, LEVEL_OF_TREE, SUBTRACTED, TITLES, WHOLE_SETS } from './vocabulary/lists'

/** No set of names that leaves nothing out has more. */
export const MOST_GRADES = 12
/** Whether every name of the row is of one set that leaves nothing out, and at least two of them are. */
export const isWholeSet = (parts: readonly Mention[]): boolean =>
  (parts.length === 2 && areOpposites(parts)) || (parts.length > 1 && parts.length <= MOST_GRADES && longestSet(parts) === parts.length)
/** 电话诉求…、非电话诉求…: one is all that the other is not. */
const areOpposites = ([a, b]: readonly Mention[]): boolean =>
  a !== undefined &&
  b !== undefined &&
  b.label.length > 2 &&
  /^[非不未]/.test(b.label) &&
  a.label.replace(/^其中/, '').endsWith(b.label.slice(1))

/** At which place of each set a name stands; −1 where it is in none. */
const placesOf = lately((label): readonly number[] =>
  ANY_NAME.test(label) ? WHOLE_SETS.map((set) => set.findIndex((name) => name.test(label))) : NOWHERE,
)
/** Most names are in no set: one look tells. */
const ANY_NAME = new RegExp(WHOLE_SETS.flatMap((set) => set.map(({ source }) => `(?:${source})`)).join('|'))
const NOWHERE: readonly number[] = WHOLE_SETS.map(() => -1)
/** Whether any set that leaves nothing out has the name. */
export const isOfAnySet = ({ label }: Mention): boolean => placesOf(label) !== NOWHERE

/** How many of the first parts are of one set of names that leaves nothing out; 0 where fewer than two are. */
export function longestSet(parts: readonly Mention[]): number {
  const first = placesOf(parts[0]?.label ?? '')
  if (first === NOWHERE) return 0
  const places: (readonly number[])[] = []
  for (const { label } of parts) {
    const ofPart = placesOf(label)
    if (ofPart === NOWHERE) break
    places.push(ofPart)
  }
  let longest = 0
  for (const [at, set] of WHOLE_SETS.entries()) {
    if ((first[at] ?? -1) < 0) continue
    const named = new Set<number>()
    let length = 0
    for (const ofPart of places) {
      const place = ofPart[at] ?? -1
      if (place < 0) break
      named.add(place)
      length += 1
      if (length > longest && length > 1 && (set.length === 1 || named.size > 1)) longest = length
    }
  }
  return longest
}

/** How many of the first parts tell the staff by their titles to the last: every rank, and those who have none (管理人员, 工人). 0 where they do not. */
export function titlesTold(parts: readonly Mention[]): number {
  const named = new Set<number>()
  let length = 0
  for (const { label, unit } of parts) {
    const place = unit.dimension === 'people' ? TITLES.findIndex((title) => title.test(label)) : -1
    if (place < 0) break
    named.add(place)
    length += 1
  }
  return named.size === TITLES.length ? length : 0
}

/** Whether the same people may be counted twice, because the names are of several kinds; `tooMuch`: they come to more than there are. */
export function mayOverlap(parts: readonly Mention[], tooMuch: boolean): boolean {
  if (!['people', 'visits', 'households'].includes(parts[0]?.unit.dimension ?? '')) return false
  const kinds = new Set(parts.map(({ label }) => KINDS_OF_PEOPLE.findIndex((kind) => kind.test(label))))
  return kinds.size > 1 && [...kinds].some((kind) => kind >= 0 && (tooMuch || kind < KINDS_OF_STAFF.length))
}

export const isSubtracted = ({ label }: Mention): boolean => SUBTRACTED.test(label)

/** 一级指标3个，二级指标9个，三级指标12个: levels of one tree. */
export const areLevels = (parts: readonly Mention[]): boolean => parts.every(({ label }) => LEVEL_OF_TREE.test(label))

/** Quarters of a year, but not all four. */
export const areSomeQuarters = (parts: readonly Mention[]): boolean =>
  parts.length < 4 && parts.every(({ label }) => /^(?:其中[:：]?)?第?[一二三四]季度/.test(label))
