/** So many wait already that whoever comes now is better told at once. */
export class LineIsFull extends Error {}

/**
 * Lets `atOnce` pieces of work go on at the same time, the others wait in the order in which they came. Rejects with
 * `LineIsFull` where `waiting` do.
 */
export function inLine(atOnce: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let active = 0
  const queue: (() => void)[] = []
  return async (work) => {
    if (active < atOnce) active += 1
    else if (queue.length >= waiting) throw new LineIsFull()
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await work()
    } finally {
      // Whoever is next takes over the place.
      const next = queue.shift()
      if (next) next()
      else active -= 1
    }
  }
}
