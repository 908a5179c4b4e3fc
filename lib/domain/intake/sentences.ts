/** The sentences of a stretch of text, with their full stops. */
export function sentencesIn(text: string, from: number, to: number): { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = []
  let start = from
  for (let at = from; at < to; at++) {
    if (!/[。！？]/.test(text[at] as string)) continue
    const end = /[”’）]/.test(text[at + 1] ?? '') ? at + 2 : at + 1
    sentences.push({ from: start, to: end })
    start = end
  }
  if (start < to) sentences.push({ from: start, to })
  return sentences
}
