import { moreThan, zero } from '@/lib/domain/quantities'
import type { Row } from '@/lib/domain/text/lists'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import { REST_OF_ROW } from '@/lib/domain/text/vocabulary/lists'
import { isWholeSet } from '@/lib/domain/text/whole-sets'
import { areBodies } from './sum-rows'
import { haveAllShares } from './sums-in-brackets'
import { NO_TOTAL } from './sums-under-names'

/** 减少7处，其中…: the change itself, split up. */
const CHANGE_ITSELF = /^(?:同比|净)?(?:增加|减少|增长|新增)[\u4e00-\u9fff]{0,4}$/
const CHANGED_AT_END = /(?:增加|减少|调增|调减|追加|新增)$/
const LEFT_ITSELF = /(?:结余|结转|剩余)(?:资金|指标)?[为共]?$/
/** 增加1,612万元。原因是人员增加。按功能分类，…: what is split up by classes is all that was spent, said a sentence or two before. */
const BY_CLASSES = /^按[^，。；]{2,8}分类/

/** Its last part is the rest, so that nothing is left out. */
export const isClosed = (parts: readonly Mention[]): boolean =>
  parts.some(({ label }) => /^其[他它余]/.test(label.trim()) || REST_OF_ROW.test(label))

/** The figure that a row hangs on. */
export function totalOf(
  candidates: readonly Mention[],
  parts: readonly Mention[],
  first: Mention,
  inBracket: boolean,
  row: Row,
  reading: Reading,
): Mention | null {
  const isLine = reading.text[row.at + row.mark.length] === '\n'
  const near = candidates.filter((mention) => {
    if (row.mark === '') return mention.index === row.head
    if (inBracket) return mention.index >= (reading.brackets[row.bracket]?.before ?? 0) - 1
    return (
      mention.sentence >=
        first.sentence -
          (isClosed(parts) || isWholeSet(parts) || BY_CLASSES.test(row.mark) ? 3 : row.mark.endsWith('：') && isLine ? 2 : 1) &&
      mention.paragraph >= first.paragraph - (isLine ? 1 : 0)
    )
  })
  // 结余53.60万元，其中项目结余…，基本支出结余…: what is left, split up.
  // 未执行738万元，其中收回516.6万元，结转下年221.4万元.
  const areOfUnspent = parts.every(({ label }) => /收回|结[转余]|上缴|剩余/.test(label))
  const isAllLeft = parts.every(({ label }) => LEFT_ITSELF.test(label))
  const plainOnes = near.filter(
    ({ hedge, label }) =>
      // 每年受益学生约3,795万人，其中国家试点…，地方试点…: the parts of a set that leaves nothing out come to it nearly.
      (hedge === null || (hedge === 'about' && isWholeSet(parts))) &&
      (!NO_TOTAL.test(label.replace(/每年(?=受益|惠及|服务)/, '')) ||
        CHANGE_ITSELF.test(label) ||
        // 比年初增加700万元（其中上级转移支付500万元、上年结转200万元）.
        (inBracket && CHANGED_AT_END.test(label)) ||
        (areOfUnspent && /未(?:执行|使用|支)/.test(label)) ||
        (isAllLeft && LEFT_ITSELF.test(label) && !/[较比均每]/.test(label))),
  )
  const largest = parts.reduce((most, { value }) => (moreThan(value, most) ? value : most), zero)
  const sameScale = plainOnes.filter(
    (mention) =>
      mention.unit.dimension !== 'things' ||
      mention.unit.word === first.unit.word ||
      parts.some(({ unit }) => unit.word !== first.unit.word) ||
      areBodies(mention, parts),
  )
  const noun = /(支出|投入|资金|经费|投资|预算)[^，。；\d]{0,6}[:：。]?\n?$/.exec(
    reading.text.slice(Math.max(0, row.at - 4), row.at + row.mark.length),
  )?.[1]
  if (noun !== undefined && row.completeness === 'all') {
    const named = candidates.find(
      ({ label, hedge, value, paragraph }) =>
        hedge === null &&
        label.includes(noun) &&
        !NO_TOTAL.test(label) &&
        !moreThan(largest, value) &&
        (paragraph === first.paragraph || !/分别|依次/.test(row.mark)),
    )
    if (named !== undefined) return named
  }
  // 执行计9.53分；产出、效益分别得48.5分、27.17分: what was scored before makes the row less than all.
  if (first.unit.dimension === 'score' && /分别|依次/.test(row.mark) && sameScale[0] !== undefined && moreThan(largest, sameScale[0].value))
    return null
  const large = sameScale.find(({ value }) => !moreThan(largest, value))
  if (large !== undefined) return large
  const beside =
    isWholeSet(parts) || haveAllShares(parts, reading)
      ? sameScale.find(
          ({ sentence, label }) =>
            sentence === first.sentence ||
            // 预算3.60亿元。资金来源为市级财政2.16亿元、区级财政1.44亿元.
            (sentence === first.sentence - 1 && /来源|构成|组成/.test(row.mark + first.label) && /预算|投资|资金|投入/.test(label)),
        )
      : undefined
  if (beside !== undefined) return beside
  return inBracket || row.completeness === 'all' || isClosed(parts) ? (sameScale[0] ?? null) : null
}
