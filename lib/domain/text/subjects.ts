/** How long the longest run of signs is that two short texts share; a measure of whether they speak of the same thing. */
export function sharedRun(a: string, b: string): number {
  const one = a.replace(WORDLESS, '')
  let longest = 0
  for (let from = 0; from < one.length; from++) {
    let length = longest + 1
    while (from + length <= one.length && b.includes(one.slice(from, from + length))) {
      longest = length
      length += 1
    }
  }
  return longest
}

/** Words that many things are said with: to share them says nothing. */
const WORDLESS = /全年|年度|本年|资金|经费|支出|补助|安排|共计|合计|其中|实际|完成|项目|[的为共计了与和及是]/g
