import { plainKey } from '@/lib/grid/plain-key'

/** What a key asks of a form of cells. `save`: at once; `open`: the next place that is still to be filled in. */
export type FormCommand = 'save' | 'undo' | 'redo' | 'next' | 'open'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/** Alt+PageDown, F8, Ctrl+S or Ctrl+Enter, Ctrl+Z, Ctrl+Y or Ctrl+Shift+Z, with the Caps Lock on or in full width too; null for any other key, and while an input method has it. */
export function formCommandOf({ key: pressed, ctrlKey, metaKey, altKey, shiftKey, isComposing }: Pressed): FormCommand | null {
  if (isComposing) return null
  const key = plainKey(pressed)
  if (altKey) return key === 'PageDown' ? 'next' : null
  if (!ctrlKey && !metaKey) return key === 'F8' && !shiftKey ? 'open' : null
  if (key === 's' || key === 'Enter') return 'save'
  if (key === 'z') return shiftKey ? 'redo' : 'undo'
  return key === 'y' ? 'redo' : null
}
