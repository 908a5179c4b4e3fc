/** What of a sentence is a hole in it, or was never meant to be read: null where it is whole. */
export function flawOf(sentence: string): string | null {
  const flaw =
    /undefined|null|NaN|\[object|“”|（）|‘’|《》|\s\s|[（“]\s|[为是第达于]\s+(?:%|％|万元|元|分|项|个|[，。；）])|[，、：；（]。|。。/.exec(
      sentence,
    ) ??
    // Beyond what it quotes: names of ours, and addresses of cells
    /[a-z]+[A-Z]\w*|[\w-]+\/[\w-]+|[a-z]{4,}|#\w+/.exec(sentence.replace(/“[^”]*”|《[^》]*》/g, ''))
  if (flaw !== null) return flaw[0]
  return /[。？！”]$/.test(sentence) && /\p{Script=Han}/u.test(sentence) ? null : 'no sentence'
}
