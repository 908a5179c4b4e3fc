/** Where in a paper something stands: 第 3 页，第 45 行. Lines are those of the whole paper. */
export const paperPlace = ({ line, page }: { line: number; page?: number }): string =>
  page === undefined ? `第 ${line} 行` : `第 ${page} 页，第 ${line} 行`
