import type { UploadAnswer } from './evidence'

/** Files on their way to the server: sent part by part, a few at once, each going on where the server says that it is. */

/** A file as a browser gives it. `lastModified` in ms. */
export type Source = {
  name: string
  size: number
  lastModified: number
  slice: (from: number, to: number) => { arrayBuffer: () => Promise<ArrayBuffer> }
}
/** What an upload is known by: the same file for the same place goes on where it stopped. */
export type UploadOf = { place: string; name: string; size: number; changed: string }

/** `waiting` for its turn, `offline`: nobody answers, it goes on by itself; `failed`: with a message, and may be tried again. */
export type UploadState = 'waiting' | 'sending' | 'offline' | 'paused' | 'failed' | 'kept'
/** `received`: bytes that the server has. `name`: once it is kept, as it is called there. */
export type Upload = UploadOf & { key: string; state: UploadState; received: number; message: string | null }

/** Sends a part that begins at `from`; an empty one from -1 asks how far it is. Throws where no answer comes. */
export type SendPart = (of: UploadOf, from: number, part: ArrayBuffer) => Promise<UploadAnswer>

/** In bytes: small enough for a slow line to answer in time. */
const PART = 1024 * 1024
const AT_ONCE = 2
/** Tries without an answer before somebody has to say so. */
const MOST_TRIES = 8

export const keyOf = ({ place, name, size, changed }: UploadOf): string => [place, name, size, changed].join('\n')

/** Whether it is still to come: neither kept nor given up. */
export const isUnderWay = ({ state }: Pick<Upload, 'state'>): boolean => state !== 'kept' && state !== 'failed'

type Entry = { upload: Upload; source: Source; running: boolean }
type Settings = { send: SendPart; rest: (tries: number) => Promise<void>; kept: () => void }

/** `rest` waits after so many tries without an answer; `kept` is told of each file that is kept. */
export function uploadQueue({ send, rest, kept }: Settings) {
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  let shown: readonly Upload[] = []

  const change = (entry: Entry, to: Partial<Upload>) => {
    entry.upload = { ...entry.upload, ...to }
    publish()
  }
  const publish = () => {
    shown = [...entries.values()].map(({ upload }) => upload)
    for (const listener of listeners) listener()
  }
  /** Whether somebody has stopped it meanwhile. */
  const isStopped = (entry: Entry) =>
    entries.get(entry.upload.key) !== entry || (entry.upload.state !== 'sending' && entry.upload.state !== 'offline')

  function begin(): void {
    const all = [...entries.values()]
    const free = AT_ONCE - all.filter(({ running }) => running).length
    for (const entry of all.filter(({ upload, running }) => upload.state === 'waiting' && !running).slice(0, Math.max(0, free))) {
      entry.running = true
      change(entry, { state: 'sending', message: null })
      void run(entry).finally(() => {
        entry.running = false
        begin()
      })
    }
  }

  async function run(entry: Entry): Promise<void> {
    let from = -1
    for (let tries = 0; !isStopped(entry); ) {
      const answer = await next(entry, from)
      if (isStopped(entry)) return
      if (answer === null) {
        tries += 1
        if (tries > MOST_TRIES) return change(entry, { state: 'failed', message: '服务器没有应答。请检查网络后再试，已传的部分不必重传。' })
        change(entry, { state: 'offline' })
        await rest(tries)
        from = -1
        continue
      }
      if (!answer.ok) return change(entry, { state: 'failed', message: answer.message })
      // A server that only tells how far it is has not taken anything
      if (answer.received > entry.upload.received) tries = 0
      from = answer.received
      if (answer.kept !== null) {
        change(entry, { state: 'kept', received: answer.received, name: answer.kept })
        return kept()
      }
      change(entry, { state: 'sending', received: answer.received })
    }
  }

  /** Null: no answer came. */
  async function next({ upload, source }: Entry, from: number): Promise<UploadAnswer | null> {
    let part = new ArrayBuffer(0)
    try {
      if (from >= 0) part = await source.slice(from, from + PART).arrayBuffer()
    } catch {
      return { ok: false, message: '文件读不出来：可能已被移动、改动，或者是文件夹。请重新选择。' }
    }
    return send(upload, from, part).catch(() => null)
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    shown: (): readonly Upload[] => shown,
    /** Files for a place; one that is on its way already is not begun twice. */
    add(place: string, sources: readonly Source[]): void {
      for (const source of sources) {
        const of = { place, name: source.name, size: source.size, changed: String(source.lastModified) }
        const key = keyOf(of)
        const before = entries.get(key)
        if (before !== undefined && isUnderWay(before.upload)) continue
        entries.delete(key)
        entries.set(key, { upload: { ...of, key, state: 'waiting', received: 0, message: null }, source, running: false })
      }
      publish()
      begin()
    },
    /** The part that is under way still arrives. */
    pause(key: string): void {
      const entry = entries.get(key)
      if (entry !== undefined && isUnderWay(entry.upload)) change(entry, { state: 'paused' })
    },
    /** Goes on, or tries again. */
    resume(key: string): void {
      const entry = entries.get(key)
      if (entry === undefined || (entry.upload.state !== 'paused' && entry.upload.state !== 'failed')) return
      change(entry, { state: 'waiting', message: null })
      begin()
    },
    /** Takes it off the list; what has arrived is forgotten after a day. */
    drop(key: string): void {
      entries.delete(key)
      publish()
      begin()
    },
  }
}
export type UploadQueue = ReturnType<typeof uploadQueue>
