/** Marks where a list is begun that has nothing in it yet, by what it is called as a place. */
export const BEGINS = 'data-begins'
