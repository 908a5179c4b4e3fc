import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { isOutdated, type TypedDraft, typedFurther } from '@/lib/forms/saving/typed-drafts'
import { forgetLeftEarly, leftEarly } from './left-early'

export type DraftKey = [userId: string, page: string, field: string]
type Schema = DBSchema & { drafts: { key: DraftKey; value: TypedDraft } }
export type DraftDatabase = IDBPDatabase<Schema>

/**
 * The browser's database of drafts, with what was typed on pages that were left before they woke, and without what is so old that nobody
 * comes back for it, of whomever. `ended`: it is open no longer.
 */
export async function openStore(ended: () => void): Promise<DraftDatabase> {
  const database = await openDB<Schema>('hengji', 1, {
    upgrade: (created) => void created.createObjectStore('drafts', { keyPath: ['userId', 'page', 'field'] }),
    terminated: ended,
  })
  await takeLeftEarly(database).catch(() => undefined)
  await sweep(database, Date.now()).catch(() => undefined)
  return database
}

async function takeLeftEarly(database: DraftDatabase): Promise<void> {
  const left = leftEarly()
  if (left.length === 0) return
  const { store, done } = database.transaction('drafts', 'readwrite')
  for (const typed of left) {
    const kept = await store.get([typed.userId, typed.page, typed.field])
    const further = typedFurther(kept, typed)
    if (further !== null) await store.put(further)
  }
  await done
  forgetLeftEarly()
}

async function sweep(database: DraftDatabase, now: number): Promise<void> {
  const { store, done } = database.transaction('drafts', 'readwrite')
  for (const draft of await store.getAll()) if (isOutdated(draft, now)) await store.delete([draft.userId, draft.page, draft.field])
  await done
}
