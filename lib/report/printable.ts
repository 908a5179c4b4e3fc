/**
 * What cannot stand on paper: control characters, direction marks, invisible joins and breaks. A line break becomes
 * the end of a paragraph; halves of surrogate pairs become U+FFFD, which the typesetter refuses by name.
 */
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu

export const printable = (text: string): string => text.toWellFormed().replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim()

/** The paragraphs of a text that was typed with line breaks; none for an empty one. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/[\r\n\u2028\u2029]+/u)
    .map(printable)
    .filter((paragraph) => paragraph !== '')
