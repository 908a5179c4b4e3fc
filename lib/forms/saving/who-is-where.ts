import { cellWatch } from './cell-watch'

/** Somebody else at a cell; `tab` is which of their windows. */
export type AtCell = { tab: string; userId: string; name: string; at: string }

/** Whoever has not been heard of for so long has left, in milliseconds. */
const GONE = 75_000

/** Who works at which cell of a form, as far as has been heard; the clock is given. */
export function whoIsWhere() {
  const heard = new Map<string, AtCell & { until: number }>()
  const names = new Map<string, string>()
  const { change, touch, subscribe, subscribeAll } = cellWatch((touched) => {
    for (const address of touched) names.delete(address)
  })
  function leave(tab: string): void {
    const place = heard.get(tab)
    if (place === undefined) return
    heard.delete(tab)
    touch(place.at)
  }
  return {
    /** Calls when somebody comes to the cell or leaves it. */
    subscribe,
    subscribeAll,
    /** Who is at the cell, as one text; empty: nobody. */
    at(address: string): string {
      const known = names.get(address)
      if (known !== undefined) return known
      const here = [...heard.values()].flatMap(({ at, name }) => (at === address ? [name] : []))
      const text = [...new Set(here)].join('、')
      names.set(address, text)
      return text
    },
    /** Everybody who is in the form, as one text; empty: nobody. */
    all: (): string => [...new Set([...heard.values()].map(({ name }) => name))].join('、'),
    heard(place: AtCell, now: number): void {
      change(() => {
        leave(place.tab)
        if (place.at === '') return
        heard.set(place.tab, { ...place, until: now + GONE })
        touch(place.at)
      })
    },
    /** Forgets whom nobody has heard of for a while. */
    sweep: (now: number): void =>
      change(() => {
        for (const { tab, until } of [...heard.values()]) if (until < now) leave(tab)
      }),
  }
}
export type WhoIsWhere = ReturnType<typeof whoIsWhere>
