/** Where the focus goes when rows come and go, so that nobody at the keyboard has to start again from the top. */

/** Marks the button that adds a row to a list. */
export const ADD_ROW = 'data-add-row'

const ROW = 'li, [data-grid-row]'
const FIELD = 'input, textarea, select, [data-cell]'

/** The first field, or cell of a grid, of the row that takes the place of the one removed; in an empty list the button that adds a row. */
export function placeAfterRemoval(inside: Element | null): HTMLElement | null {
  const row = inside?.closest(ROW)
  if (!row) return null
  const neighbour = [row.nextElementSibling, row.previousElementSibling].find((sibling) => sibling?.matches(ROW))
  return neighbour?.querySelector<HTMLElement>(FIELD) ?? addButtonAfter(row)
}

function addButtonAfter(row: Element): HTMLElement | null {
  for (let place = row.parentElement; place !== null; place = place.parentElement) {
    const button = [...place.querySelectorAll<HTMLElement>(`[${ADD_ROW}]`)].find((candidate) => !row.contains(candidate))
    if (button) return button
  }
  return null
}
