import { type DraftPlace, isAcknowledged, type SentText, type TypedDraft, typedFurther } from '@/lib/forms/saving/typed-drafts'
import type { DraftDatabase, DraftKey } from './opened-store'

/**
 * The browser's store of what is typed. It is written at the first pause in typing and when the page goes out of sight, and
 * outlives the tab, the browser and a loss of power. Where a browser gives no store nothing is kept, and nothing else fails.
 */

/** A pause in typing, and the longest time for which steady typing is not written. */
const PAUSE = 400
const LONGEST = 2000

let opened: Promise<DraftDatabase | null> | undefined
/** The store while it is open: a page that goes has no time to wait for it. */
let open: DraftDatabase | null = null
const store = (): Promise<DraftDatabase | null> => {
  opened ??= openStore().then(
    (database) => {
      open = database
      return database
    },
    () => {
      // It may be given later, and what could not be loaded may come then
      opened = undefined
      return null
    },
  )
  return opened
}

/** Loaded right behind the page: a form is there before its store is asked. */
async function openStore(): Promise<DraftDatabase> {
  const opening = await import('./opened-store')
  return opening.openStore(() => {
    opened = undefined
    open = null
  })
}

/** Typed and not yet written; null: to be taken out. */
const waiting = new Map<string, { place: DraftPlace; draft: TypedDraft | null }>()
/** What stands in the store, as far as this page has heard. */
const stored = new Map<string, TypedDraft>()
let timer: ReturnType<typeof setTimeout> | undefined
let since = 0

const keyOf = ({ userId, page, field }: DraftPlace): DraftKey => [userId, page, field]
const nameOf = (place: DraftPlace): string => JSON.stringify(keyOf(place))

/** Keeps a text from the next pause on. A field back at what stood in it is kept no longer. */
export function keepDraft(typed: TypedDraft): void {
  const before = waiting.get(nameOf(typed))?.draft ?? undefined
  put(typed, typedFurther(before, typed))
}

function put({ userId, page, field }: DraftPlace, draft: TypedDraft | null): void {
  const place = { userId, page, field }
  if (waiting.size === 0) since = Date.now()
  waiting.set(nameOf(place), { place, draft })
  clearTimeout(timer)
  timer = setTimeout(() => void writeDrafts(), Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())))
}

/**
 * Writes what waits, in one transaction. Nothing is asked of the store first, and the transaction is closed at once: then all of it is kept
 * although the page is gone before it is answered.
 */
export async function writeDrafts(): Promise<void> {
  clearTimeout(timer)
  if (waiting.size === 0) return
  const database = open ?? (await store())
  const now = [...waiting]
  waiting.clear()
  if (database === null) return
  const transaction = database.transaction('drafts', 'readwrite')
  const written = now.map(([name, { place, draft }]) => {
    const kept = draft && typedFurther(stored.get(name), draft)
    return remember(name, kept) ? transaction.store.put(kept) : transaction.store.delete(keyOf(place))
  })
  transaction.commit()
  await Promise.all([...written, transaction.done]).catch(() => undefined)
}

function remember(name: string, kept: TypedDraft | null): kept is TypedDraft {
  if (kept === null) stored.delete(name)
  else stored.set(name, kept)
  return kept !== null
}

/** The server has these texts. What was typed over them since stays kept, as typed over them. */
export async function acknowledge(sent: readonly SentText[]): Promise<void> {
  await writeDrafts()
  const database = await store()
  if (database === null) return
  const { store: drafts, done } = database.transaction('drafts', 'readwrite')
  const settled = sent.map(async (one) => {
    const kept = await drafts.get(keyOf(one))
    if (kept === undefined) return
    const left = isAcknowledged(kept, one) ? null : { ...kept, before: one.text }
    await (remember(nameOf(one), left) ? drafts.put(left) : drafts.delete(keyOf(one)))
  })
  await Promise.all([...settled, done]).catch(() => undefined)
}

/** Nobody wants these any more. */
export async function dropDrafts(places: readonly DraftPlace[]): Promise<void> {
  for (const place of places) put(place, null)
  await writeDrafts()
}

/** What a person typed on a page, or anywhere, and did not send. */
export async function draftsOf(userId: string, page?: string): Promise<TypedDraft[]> {
  await writeDrafts()
  const database = await store()
  if (database === null) return []
  const of = page === undefined ? [userId] : [userId, page]
  // A list sorts behind every text
  const found = await database.getAll('drafts', IDBKeyRange.bound(of, [...of, []])).catch(() => [])
  for (const draft of found) stored.set(nameOf(draft), draft)
  return found
}
