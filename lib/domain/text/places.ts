import type { Mention } from './mentions'
import type { Reading } from './reading'

/** The place in the list of the first figure that begins at an offset or behind it. */
export const indexAt = ({ mentions }: Pick<Reading, 'mentions'>, at: number): number =>
  firstNotBelow(mentions.length, (i) => (mentions[i] as Mention).start, at)

/** The sentence that an offset stands in. */
export const sentenceAt = ({ sentences }: Pick<Reading, 'sentences'>, at: number): number =>
  firstNotBelow(sentences.length, (i) => sentences[i]?.end ?? 0, at)
export const paragraphAt = ({ paragraphs }: Pick<Reading, 'paragraphs'>, at: number): number =>
  firstNotBelow(paragraphs.length, (i) => paragraphs[i]?.end ?? 0, at)

function firstNotBelow(length: number, of: (i: number) => number, at: number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (of(middle) < at) low = middle + 1
    else high = middle
  }
  return low
}
