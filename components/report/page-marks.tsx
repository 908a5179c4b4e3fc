/**
 * The report's marks at the head of every page that the browser prints: only a page's own style can put them there, so
 * it is written here, with each character escaped. `nonce` is this request's, without which the style is not applied.
 */
export function PageMarks({ marks, nonce }: { marks: readonly string[]; nonce: string | undefined }) {
  if (marks.length === 0) return null
  return <style nonce={nonce}>{`@media print{@page{@top-right{content:"${escaped(marks.join('　'))}"}}}`}</style>
}

const escaped = (text: string): string => [...text].map((character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `).join('')
