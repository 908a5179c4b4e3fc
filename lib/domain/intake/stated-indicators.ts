import { markerOf } from './markers'
import { type Found, foundIn, type ReadPaper } from './read-paper'
import { NONE_HAPPENED, STATED_BOUND, STATED_PAIR } from './vocabulary/indicators'

/** An indicator as the report's sentences say it. `paragraph`: where. */
export type ProseIndicator = { name: Found; target: Found | null; actual: Found; completion?: Found; paragraph: number }

/** 开展培训场次，年初目标值≥10场，实际完成12场. */
export function statedPairs(read: ReadPaper, index: number): ProseIndicator[] {
  const text = read.texts[index] ?? ''
  const pairs = [...text.matchAll(STATED_PAIR)]
  const bounds = [...text.matchAll(STATED_BOUND)].filter(
    ({ index: at }) => !pairs.some((pair) => pair.index <= at && at < pair.index + pair[0].length),
  )
  return [...pairs, ...bounds].map((match) => {
    const [whole, name = '', target = '', actual = ''] = match
    const targetAt = match.index + whole.indexOf(target, name.length)
    const actualAt = match.index + whole.lastIndexOf(actual)
    const marker = markerOf(name)?.length ?? 0
    return {
      name: foundIn(read, index, match.index + marker, match.index + name.length),
      target: foundIn(read, index, targetAt, targetAt + target.length),
      actual: foundIn(read, index, actualAt, actualAt + actual.length),
      paragraph: index,
    }
  })
}

/** 全年未发生安全生产死亡事件 is an achieved 0. */
export function zeros(read: ReadPaper, index: number): ProseIndicator[] {
  const text = read.texts[index] ?? ''
  return [...text.matchAll(NONE_HAPPENED)].map((match) => {
    const name = match[1] ?? ''
    const from = match.index + match[0].indexOf(name)
    return {
      name: foundIn(read, index, from, from + name.length),
      target: null,
      actual: {
        ...foundIn(read, index, match.index, match.index + match[0].length, 'likely'),
        text: `0${/投诉|案件/.test(name) ? '件' : '起'}`,
      },
      paragraph: index,
    }
  })
}
