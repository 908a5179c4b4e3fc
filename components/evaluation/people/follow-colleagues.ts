import { cellSpec } from '@/lib/domain/cells/addresses'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import type { ChangedCells } from '@/lib/forms/saving/changed-cells'
import type { AtCell, WhoIsWhere } from '@/lib/forms/saving/who-is-where'

/** How often is said where one is, how soon after one came there, and after how long without a key or click nobody follows, in ms. */
const AGAIN = 30_000
const SOON = 500
const IDLE = 5 * 60_000

type Known = {
  store: CellStore
  who: WhoIsWhere
  /** This page among those of the same person. */
  tab: string
  userId: string
  evaluation: string
  latest: { current: { drawnFor: string; refresh: () => void } }
}

/** Follows an evaluation's stream, and tells where one is, until the function that it gives is called. */
export function followColleagues({ store, who, tab, userId, evaluation, latest }: Known): () => void {
  const known = { since: '', shape: '' }
  let source: EventSource | null = null
  let asking = false
  let again = false
  let place = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastActive = Date.now()

  async function ask(): Promise<void> {
    again = asking
    if (asking) return
    asking = true
    const answer = await fetch(`${evaluation}/changes?since=${encodeURIComponent(known.since)}`, { cache: 'no-store' })
      .then((response): Promise<ChangedCells> | null => (response.ok ? response.json() : null))
      .catch(() => null)
    asking = false
    if (answer !== null) {
      const moved = known.shape !== '' && known.shape !== answer.shape
      known.since = answer.since
      known.shape = answer.shape
      store.hear(answer.cells)
      if (moved) latest.current.refresh()
    }
    if (again) await ask()
  }
  const send = () =>
    void fetch(`${evaluation}/live`, {
      method: 'POST',
      keepalive: true,
      // The server before the program takes forms and plain text only
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      body: JSON.stringify({ tab, at: place, drawnFor: latest.current.drawnFor }),
    }).catch(() => null)
  const tell = (at: string) => {
    place = at
    clearTimeout(timer)
    timer = setTimeout(send, SOON)
  }
  /** A stream that was refused is tried again when the page is looked at, not at each key. */
  function open(): void {
    if (source !== null) return
    source = new EventSource(`${evaluation}/live`)
    source.addEventListener('changed', () => void ask())
    source.addEventListener('place', ({ data }) => {
      const heard = JSON.parse(data) as AtCell
      if (heard.tab === tab) return
      // Whoever comes anew hears where the others are
      if (heard.at !== '' && who.at(heard.at) === '' && place !== '') tell(place)
      who.heard(heard.userId === userId ? { ...heard, name: `${heard.name}（您的另一窗口）` } : heard, Date.now())
    })
  }
  function close(): void {
    source?.close()
    source = null
  }
  const beat = setInterval(() => {
    who.sweep(Date.now())
    if (Date.now() - lastActive > IDLE) close()
    else if (place !== '' && document.visibilityState === 'visible') tell(place)
  }, AGAIN)
  const active = () => {
    lastActive = Date.now()
    if (document.visibilityState === 'visible') open()
  }
  const seen = () => {
    if (document.visibilityState === 'hidden' || source?.readyState === EventSource.CLOSED) close()
    if (document.visibilityState === 'hidden') return
    active()
    void ask()
  }
  const at = ({ target }: { target: EventTarget | null }) => {
    const field = target instanceof Element && target.closest('form') !== null ? target.getAttribute('name') : null
    if (field !== null && field !== place && cellSpec(field) !== null) tell(field)
  }
  seen()
  // Whoever is in a cell already
  at({ target: document.activeElement })
  const listeners = [
    [document, 'visibilitychange', seen],
    [window, 'focus', seen],
    [document, 'keydown', active],
    [document, 'pointerdown', active],
    [document, 'focusin', at],
  ] as const
  for (const [target, name, work] of listeners) target.addEventListener(name, work as EventListener)
  return () => {
    for (const [target, name, work] of listeners) target.removeEventListener(name, work as EventListener)
    clearInterval(beat)
    clearTimeout(timer)
    close()
    if (place === '') return
    place = ''
    send()
  }
}
