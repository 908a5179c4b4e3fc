import { useCallback, useSyncExternalStore } from 'react'
import { useTypist } from './drawn-for'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** A browser may keep nothing: then it holds until the page is left. */
const unkept = new Map<string, string>()

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? unkept.get(key) ?? ''
  } catch {
    return unkept.get(key) ?? ''
  }
}

function write(key: string, text: string): void {
  unkept.set(key, text)
  try {
    localStorage.setItem(key, text)
  } catch {}
  for (const listener of [...listeners]) listener()
}

/**
 * How a person wants to see the forms, by a name for what is chosen: kept for them in this browser, and the same wherever it is asked for.
 * Empty where nothing was chosen, and on the server.
 */
export function useRemembered(name: string): readonly [string, (chosen: string) => void] {
  const key = `hengji view ${useTypist()} ${name}`
  const chosen = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => '',
  )
  return [chosen, useCallback((text: string) => write(key, text), [key])]
}
