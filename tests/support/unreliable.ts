import { autosave } from '@/lib/forms/saving/autosave'
import { cellStore } from '@/lib/forms/saving/cell-store'
import { type SaveAnswer, type TypedCell, unanswered } from '@/lib/forms/saving/save-form'

/** A clock of our own, a network that loses, delays and doubles, and a server that saves as the real one decides. */

/** What becomes of a request: how long it and its answer take, null where they are lost; `twice`: it arrives again after so long. */
export type Fate = { there: number | null; back: number | null; twice: number | null }

export function aWorld() {
  let now = 0
  let events: { at: number; work: () => void }[] = []
  const later = (ms: number, work: () => void) => {
    const event = { at: now + ms, work }
    events.push(event)
    return () => {
      events = events.filter((one) => one !== event)
    }
  }
  const asked = new Set<Promise<unknown>>()
  /** Lets what was promised happen, and who was asked answer, however long a real one takes: none of it is time of this clock. */
  const settle = async () => {
    do {
      await Promise.all(asked)
      for (let turn = 0; turn < 12; turn += 1) await Promise.resolve()
    } while (asked.size > 0)
  }
  const answerOf = <T>(ask: () => T | Promise<T>): Promise<T> => {
    const answer = Promise.resolve(ask())
    asked.add(answer)
    return answer.finally(() => asked.delete(answer))
  }
  return {
    later,
    /** Time goes by, event after event. */
    async pass(ms: number): Promise<void> {
      const until = now + ms
      await settle()
      for (;;) {
        const next = events.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        events = events.filter((one) => one !== next)
        now = Math.max(now, next.at)
        next.work()
        await settle()
      }
      now = until
    },
    /** Asks over the network. */
    over: <T>({ there, back, twice }: Fate, ask: () => T | Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        if (twice !== null) later(twice, () => void answerOf(ask).catch(reject))
        if (there === null) return
        later(there, () => {
          void answerOf(ask).then((answer) => (back === null ? undefined : later(back, () => resolve(answer))), reject)
        })
      }),
  }
}

type Saver = Parameters<typeof autosave>[1]
const KEPT_ROWS: Saver['changeRow'] = async () => ({ ok: true })

/** A form that saves itself by `save` and changes its rows by `changeRow`, going by the world's clock. */
export function aSavingForm(
  { later }: Pick<ReturnType<typeof aWorld>, 'later'>,
  cells: Readonly<Record<string, { text: string; seen: number }>>,
  save: Saver['save'],
  changeRow = KEPT_ROWS,
) {
  const store = cellStore(Object.fromEntries(Object.entries(cells).map(([address, cell]) => [address, { ...cell, label: '' }])))
  const failed = () => unanswered('unreachable')
  const saver = autosave(store, { save, changeRow, failed, later, mayNow: () => true, heard: () => undefined })
  store.subscribeAll((touched) => {
    const { unsaved, saving } = store.form()
    if (unsaved > 0 && !saving && touched.size > 0) saver.typed()
  })
  return { store, saver }
}

/** Cells with revisions, saved as `saveCells` of `lib/data` decides; 拒绝 is refused. */
export function aServer(texts: Readonly<Record<string, string>>) {
  const cells = new Map(Object.entries(texts).map(([address, text]) => [address, { text, number: 0, by: '' }]))
  return {
    text: (address: string) => cells.get(address)?.text,
    save(by: string, typed: readonly TypedCell[]): SaveAnswer {
      const saved: { address: string; number: number }[] = []
      const refusals: { address: string; message: string }[] = []
      const conflicts: SaveAnswer['conflicts'][number][] = []
      for (const { address, seen, text, anew = false } of typed) {
        const cell = cells.get(address) ?? { text: '', number: 0, by: '' }
        const stale = cell.number > 0 && cell.number !== seen
        if (text === '拒绝') refusals.push({ address, message: '不对' })
        else if (cell.text === text && (stale || !anew)) saved.push({ address, number: cell.number })
        else if (stale)
          conflicts.push({ address, typed: text, current: cell.text, revision: cell.number, byName: cell.by, own: cell.by === by, at: '' })
        else {
          cells.set(address, { text, number: cell.number + 1, by })
          saved.push({ address, number: cell.number + 1 })
        }
      }
      return { saved, refusals, conflicts, message: null }
    },
  }
}

/** Whole numbers below a bound, the same for the same seed. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0
    return ((mixed ^ (mixed >>> 16)) >>> 0) % below
  }
}

/** What becomes of a request on a bad network: one in four is lost, as is one answer in four; some take long, some come again. */
export const aFate = (dice: (below: number) => number): Fate => ({
  there: dice(4) === 0 ? null : dice(3) === 0 ? dice(90_000) : dice(400),
  back: dice(4) === 0 ? null : dice(3) === 0 ? dice(60_000) : dice(400),
  twice: dice(4) === 0 ? dice(200_000) : null,
})
