import { plainKey } from './plain-key'
import type { Target } from './selection'

/**
 * Keys as in WPS and Excel. `passing`: the focus came by the Tab key and nothing was done yet, so that Tab goes on to what
 * follows the grid; `moving`: keys go from cell to cell, and typing replaces; `editing`: keys belong to the text.
 */
export type Mode = 'passing' | 'moving' | 'editing'

/** A key as it was pressed; `composing`: an input method has it, and nobody else may. */
export type Key = { key: string; ctrl: boolean; shift: boolean; alt: boolean; composing: boolean }

export type Command =
  | { kind: 'move'; to: Target; extend: boolean }
  /** What was typed stands; then to another cell. */
  | { kind: 'commit'; to: Target }
  /** What was typed stands in every selected cell. */
  | { kind: 'commitAll' }
  | { kind: 'cancel' }
  | { kind: 'edit' }
  | { kind: 'newLine' }
  | { kind: 'clear' }
  | { kind: 'fillDown' }
  /** The sum of its rows into a cell of sums. */
  | { kind: 'sum' }
  | { kind: 'selectAll' }
  | { kind: 'moveRow'; by: -1 | 1 }
  /** A new row above the one where the person is. */
  | { kind: 'insertRow' }
  /** The selected rows go. */
  | { kind: 'removeRows' }
  /** What is to be said of the row, or is hidden behind it. */
  | { kind: 'open' }
  /** The next Tab leaves the grid. */
  | { kind: 'rest' }

const move = (to: Target, extend = false): Command => ({ kind: 'move', to, extend })

type Way = 'up' | 'down' | 'left' | 'right'
const ARROWS: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/**
 * What a key does; null where others decide: the browser about text and about the way to what stands before and behind the grid, the
 * page about undoing, which takes back whatever was done last, in the grid or elsewhere.
 */
export function commandOf(pressed: Key, mode: Mode): Command | null {
  if (pressed.composing) return null
  const key = plainKey(pressed.key)
  return mode === 'editing' ? whileEditing(key, pressed) : whileMoving(key, pressed, mode)
}

function whileEditing(key: string, { ctrl, shift, alt }: Key): Command | null {
  if (key === 'Escape') return { kind: 'cancel' }
  if (key === 'Tab' && !ctrl && !alt) return { kind: 'commit', to: shift ? 'previous' : 'next' }
  if (key === 'Enter') {
    if (alt) return { kind: 'newLine' }
    return ctrl ? { kind: 'commitAll' } : { kind: 'commit', to: shift ? 'up' : 'below' }
  }
  if (key === 'F8') return { kind: 'commit', to: shift ? 'previousWrong' : 'nextWrong' }
  return null
}

function whileMoving(key: string, { ctrl, shift, alt }: Key, mode: Mode): Command | null {
  const arrow = ARROWS[key]
  if (alt) return withAlt(key, arrow)
  if (arrow !== undefined) return move(ctrl ? FAR[arrow] : arrow, shift)
  if (ctrl) return withCtrl(key, shift)
  switch (key) {
    case 'Tab':
      return mode === 'passing' ? null : move(shift ? 'previous' : 'next')
    case 'Enter':
      return move(shift ? 'up' : 'below')
    case 'Home':
      return move('rowStart', shift)
    case 'End':
      return move('rowEnd', shift)
    case 'PageUp':
      return move('pageUp', shift)
    case 'PageDown':
      return move('pageDown', shift)
    case 'F8':
      return move(shift ? 'previousWrong' : 'nextWrong')
    case 'F2':
      return shift ? { kind: 'open' } : { kind: 'edit' }
    case 'Delete':
      return { kind: 'clear' }
    case 'Escape':
      return { kind: 'rest' }
    default:
      return null
  }
}

function withAlt(key: string, arrow: Way | undefined): Command | null {
  if (key === '=') return { kind: 'sum' }
  return arrow === 'up' || arrow === 'down' ? { kind: 'moveRow', by: arrow === 'up' ? -1 : 1 } : null
}

/** With Ctrl up and down go to the next cell in which nothing stands. */
const FAR: Readonly<Record<Way, Target>> = { up: 'previousEmpty', down: 'nextEmpty', left: 'rowStart', right: 'rowEnd' }

function withCtrl(key: string, shift: boolean): Command | null {
  switch (key) {
    case 'Home':
      return move('gridStart', shift)
    case 'End':
      return move('gridEnd', shift)
    case 'Enter':
      return { kind: 'open' }
    case 'd':
      return { kind: 'fillDown' }
    case '-':
      return { kind: 'removeRows' }
    case '+':
    case '=':
      return { kind: 'insertRow' }
    case 'a':
      return { kind: 'selectAll' }
    default:
      return null
  }
}
