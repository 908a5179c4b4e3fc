import type { Certainty } from '@/lib/domain/intake/read-paper'
import { certaintyTones } from './certainty'

/** A stretch of a paper from which something was read. `number` ties it to the value beside it. */
export type PaperMark = { from: number; to: number; number: number; certainty: Certainty }

/** The paper's own text, each stretch that was read in its colour, with the number of the value that it became. */
export function PaperText({
  text,
  marks,
  left,
}: {
  text: string
  marks: readonly PaperMark[]
  left: readonly { from: number; to: number }[]
}) {
  return (
    <div className="text-sm leading-7 break-words whitespace-pre-wrap">
      {stretchesOf(text, marks, left).map(({ from, words, inner, begins, isLeft }) => (
        <span key={from}>
          {begins.map(({ number }) => (
            <a
              key={number}
              id={`paper-${number}`}
              href={`#offer-${number}`}
              aria-label={`第 ${number} 项`}
              className="mx-0.5 scroll-mt-24 rounded bg-action px-1 text-xs text-on-action no-underline target:outline-2 target:outline-offset-2 target:outline-danger"
            >
              {number}
            </a>
          ))}
          {inner === null ? (
            <span className={isLeft ? 'underline decoration-danger decoration-wavy underline-offset-4' : undefined}>{words}</span>
          ) : (
            <mark className={`${certaintyTones[inner.certainty].mark} text-ink`}>{words}</mark>
          )}
        </span>
      ))}
    </div>
  )
}

type Stretch = { from: number; words: string; inner: PaperMark | null; begins: PaperMark[]; isLeft: boolean }

/** The text between all beginnings and ends, each with the shortest mark that covers it. */
function stretchesOf(text: string, marks: readonly PaperMark[], left: readonly { from: number; to: number }[]): Stretch[] {
  const edges = new Set([0, text.length])
  for (const { from, to } of [...marks, ...left]) edges.add(from).add(to)
  const places = [...edges].filter((at) => at <= text.length).sort((a, b) => a - b)
  const ordered = [...marks].sort((a, b) => a.from - b.from)
  let next = 0
  let open: PaperMark[] = []
  return places.slice(0, -1).map((from, index) => {
    open = open.filter(({ to }) => to > from)
    const begins: PaperMark[] = []
    for (let mark = ordered[next]; mark !== undefined && mark.from <= from; mark = ordered[++next]) begins.push(mark)
    open.push(...begins.filter(({ to }) => to > from))
    const inner = open.reduce<PaperMark | null>(
      (best, mark) => (best === null || mark.to - mark.from < best.to - best.from ? mark : best),
      null,
    )
    const isLeft = left.some((spot) => spot.from <= from && from < spot.to)
    return { from, words: text.slice(from, places[index + 1]), inner, begins, isLeft }
  })
}
