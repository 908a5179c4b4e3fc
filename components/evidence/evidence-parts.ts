import type { EvidenceGroup } from './shown-evidence'

/** Files on one page of the list. */
const ON_A_PAGE = 100

/**
 * A part of the list, with where it stands in the whole: what comes behind the file `after`; without one what `place` begins on, else the
 * beginning.
 */
export function partOfGroups(groups: readonly EvidenceGroup[], after: string, place: string) {
  const all = groups.flatMap((group) => group.files.map((file) => ({ group, file })))
  const behind = all.findIndex(({ file }) => file.id === after) + 1
  const ofPlace = all.findIndex(({ group }) => group.place === place)
  const skipped = behind > 0 || ofPlace < 0 ? behind : ofPlace - (ofPlace % ON_A_PAGE)
  const rows = all.slice(skipped, skipped + ON_A_PAGE)
  const shown = new Set(rows.map(({ file }) => file.id))
  return {
    groups: groups
      .map((group) => ({ ...group, files: group.files.filter(({ id }) => shown.has(id)) }))
      .filter(({ files }) => files.length > 0),
    part: {
      rows,
      count: all.length,
      skipped,
      previous: skipped === 0 ? null : (all[skipped - ON_A_PAGE - 1]?.file.id ?? ''),
      next: skipped + rows.length < all.length ? (rows.at(-1)?.file.id ?? null) : null,
    },
  }
}
