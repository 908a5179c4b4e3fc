import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'

/** Rows that leave others out by what is said of them: 以诈骗罪为主，诈骗罪2,417人…, or 其中 behind two figures, of each of which one is a part. */
export const areSome = (reading: Reading, at: number, parts: readonly Mention[]): boolean =>
  OF_SOME.test(reading.text.slice(at, parts[0]?.start)) || isEachOfAnother(reading, parts)

const OF_SOME = /为主[，：]|集中(?:在|于)|较为?突出/
/** Whether every part goes by the name of another figure before the row; a list of another paragraph is one of another year or budget. */
function isEachOfAnother({ mentions }: Reading, parts: readonly Mention[]): boolean {
  const nameAt = (index: number): string =>
    (mentions[index]?.label || mentions[index - 1]?.label || '').replace(/^(?:其中)?(?:共|累计|已)?/, '')
  const { index: from, paragraph } = parts[0] as Mention
  const owners = parts.map(({ index }) => {
    const name = nameAt(index)
    for (let i = from - 1; i >= Math.max(0, from - 6) && mentions[i]?.paragraph === paragraph; i--)
      if (nameAt(i).length > 1 && name.endsWith(nameAt(i))) return nameAt(i)
    return ''
  })
  return !owners.includes('') && new Set(owners).size === owners.length
}
