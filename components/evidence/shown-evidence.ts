/** A file of 佐证材料 as it is shown. `about`: its kind, size, and who brought it when; `href`: where it is had; `same`: where the same bytes are, too. */
export type ShownEvidence = { id: string; name: string; about: string; href: string; isShown: boolean; same: string | null }
/** The files of one place, the oldest first: all `count` of them, or as many as are shown there. `all`: the page that has them all. */
export type EvidenceGroup = { place: string; label: string; count: number; files: readonly ShownEvidence[]; all: string }
