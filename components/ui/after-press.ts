let isPressed = false
if (typeof window !== 'undefined') {
  const note = (pressed: boolean) => () => {
    isPressed = pressed
  }
  window.addEventListener('pointerdown', note(true), true)
  window.addEventListener('pointerup', note(false), true)
  window.addEventListener('pointercancel', note(false), true)
}

/** Does it at once, or, while something is being pressed, when that was done: what moves under a pointer between down and up is not clicked. */
export function afterPress(work: () => void): void {
  if (!isPressed) {
    work()
    return
  }
  const done = () => {
    window.removeEventListener('pointerup', done)
    window.removeEventListener('pointercancel', done)
    // The click comes right behind
    setTimeout(work)
  }
  window.addEventListener('pointerup', done)
  window.addEventListener('pointercancel', done)
}
