/** Who hears of which cells. */

type Listener = () => void
/** Hears of every change, with the cells that it touched. */
type AnyListener = (touched: ReadonlySet<string>) => void
type Stop = () => void

/** `onChanged` runs once after each change, before anybody hears of it. */
export function cellWatch(onChanged: AnyListener) {
  const listeners = new Map<string, Set<Listener>>()
  const anyListeners = new Set<AnyListener>()
  let depth = 0
  let touched = new Set<string>()

  function tell(): void {
    const now = touched
    touched = new Set()
    onChanged(now)
    for (const address of now) for (const listener of [...(listeners.get(address) ?? [])]) listener()
    for (const listener of [...anyListeners]) listener(now)
  }
  return {
    /** Does some changes and then says so once, also for changes within changes. */
    change(work: () => void): void {
      depth++
      try {
        work()
      } finally {
        depth--
        if (depth === 0) tell()
      }
    },
    /** Something of these cells has changed. */
    touch(...addresses: readonly string[]): void {
      for (const address of addresses) touched.add(address)
    },
    subscribe(address: string, listener: Listener): Stop {
      const here = listeners.get(address) ?? new Set()
      listeners.set(address, here.add(listener))
      return () => {
        here.delete(listener)
        if (here.size === 0 && listeners.get(address) === here) listeners.delete(address)
      }
    },
    subscribeAll(listener: AnyListener): Stop {
      anyListeners.add(listener)
      return () => void anyListeners.delete(listener)
    },
  }
}
