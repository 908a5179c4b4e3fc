/** An indicator that is offered to be taken, as the browser gets it: where it belongs in the scheme, and what is said of it. */
export type OfferedIndicator = {
  /** Of the 指标库 its entry's id, of the department's own years something else. */
  key: string
  libraryId: string | null
  dimension: string
  group: string
  name: string
  unit: string
  target: string
  /** 领域, or the year in which the department had it */
  from: string
  /** 佐证 and 计算; of an own one what was achieved. */
  remarks: readonly string[]
  /** What other departments aim at under this name, each text once. */
  peers: readonly string[]
}

/** What `/evaluations/…/library?search=` answers. */
export type LibraryAnswer = { own: readonly OfferedIndicator[]; entries: readonly OfferedIndicator[] }

/** What `/evaluations/…/library?name=` answers: what the indicator aimed at and achieved before, the newest year first, and what others aim at. */
export type KnownOfTarget = { history: readonly { year: number; target: string; actual: string }[]; peers: readonly string[] }
