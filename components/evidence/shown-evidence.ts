/** A file of 佐证材料 as it is shown. `about`: its kind, size, and who brought it when; `same`: where the same bytes are, too. */
export type ShownEvidence = { id: string; name: string; about: string; isShown: boolean; same: string | null }
export type EvidenceGroup = { place: string; label: string; files: readonly ShownEvidence[] }
