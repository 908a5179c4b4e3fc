const NUMBER =
  /^(?:[(（][一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十百]{1,4}[、.．]|[一二三四五六七八九十]{1,2}是|\d{1,3}(?:[、.．)）](?!\d)))\s*/

/** The paragraphs of a text that was pasted into one cell, without the numbers that printing gives them again. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(NUMBER, '').trim())
    .filter((line) => line !== '')
