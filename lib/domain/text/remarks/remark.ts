/** What the text says that its own words, dates or lists contradict, where no figure is the result of others. */
export type RemarkKind = 'claim' | 'date' | 'count' | 'ordinal' | 'unit' | 'rank'

/** `text`: the words in question; `against`: what contradicts them; `rule` says in which way. */
export type Remark = { kind: RemarkKind; rule: string; start: number; text: string; against: string }
