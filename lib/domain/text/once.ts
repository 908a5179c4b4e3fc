/**
 * What is read off a text as a whole (its tables, its rows of prices), read once however many ask for it. It goes with the text.
 */
export function once<On extends object, T>(read: (on: On) => T): (on: On) => T {
  const kept = new WeakMap<On, { is: T }>()
  return (on) => {
    const known = kept.get(on)
    if (known !== undefined) return known.is
    const is = read(on)
    kept.set(on, { is })
    return is
  }
}
