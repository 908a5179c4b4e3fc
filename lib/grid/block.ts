/** A copied cell. `merged`: another cell's text stands for it, by the rows or the columns over which that one reaches. */
export type CopiedCell = { text: string; merged?: 'rows' | 'columns' }
export type Block = readonly (readonly CopiedCell[])[]
