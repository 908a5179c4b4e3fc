import type { Row } from '@/lib/domain/text/lists'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading } from '@/lib/domain/text/reading'
import { sharedRun } from '@/lib/domain/text/subjects'

/** What a total is not: another time's, a rest, an average, a rate. */
export const NO_TOTAL = /各$|[上去往]年|^年初(?:为|有)?$|同期|结[余转]|剩余|余下|每|均[^衡]|单价|比|较|增[加长收支]|减[少收支]|[未欠]/

const SUBJECT = /(?:^|[，。；：\n])([^，。；：\n\d]{3,14}?)(?:按[^，。；：\n\d]{1,8})?(?:之中|当中|中|划分|分类|分|看|统计)?[，：:]$/
/** 锅炉改造按容量划分，…, 参保对象中，…: the total stands farther back, under the name that the row's clause begins with. */
export function namedTotal(reading: Reading, row: Row, first: Mention): Mention | null {
  const end = row.at + row.mark.length
  const subject = SUBJECT.exec(reading.text.slice(Math.max(0, end - 30), end))?.[1]
  if (subject === undefined || !/中[，：]$|分[，：:]?$|看[，：:]?$|类[，：:]?$|计[，：:]?$/.test(row.mark)) return null
  const named = before(reading, first, 60, true).filter(
    ({ unit, label, hedge, start }) =>
      start < row.at &&
      hedge === null &&
      unit.word === first.unit.word &&
      !NO_TOTAL.test(label) &&
      (sharedRun(label, subject) >= 3 || label.endsWith(subject)),
  )
  return named[0] ?? null
}
