/** With what the items of a list are numbered, as it is kept. Empty: as the place in the report asks; `无`: with nothing, as a lead-in is. */
export const MARKS = ['', '一、', '（一）', '1.', '（1）', '①', '一是', '无'] as const
export type Mark = (typeof MARKS)[number]
export const isMark = (text: string): text is Mark => (MARKS as readonly string[]).includes(text)
