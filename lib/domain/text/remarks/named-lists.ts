import { countSaid, NUMBER } from '@/lib/domain/text/counted'
import type { Reading } from '@/lib/domain/text/reading'
import type { Remark } from './remark'

/**
 * A number of offices and their names behind it: 内设机构5个，分别为办公室、移交安置科、双拥优抚科、就业创业科和权益维护科. Names alone, joined by 、 and at the
 * last place 和; a list with figures, a bracket or 等 is none.
 */
export const namedLists = ({ text }: Reading): Remark[] =>
  [...text.matchAll(BEHIND_NUMBER)].flatMap((match): Remark[] => {
    const [whole, number = '', list = ''] = match
    const names = list.split('、')
    const said = countSaid(number)
    if (said < 2 || names.length < 2 || /等|含|其中|以及其他|如/.test(list) || names.some((name) => name.length < 2 || name.length > 24))
      return []
    const joined = /.{2,}(?:和|及|与|以及).{2,}/.test(names.at(-1) ?? '') ? 1 : 0
    return said >= names.length && said <= names.length + joined
      ? []
      : [{ kind: 'count', rule: 'listed', start: match.index, text: whole.slice(0, 40), against: `${names.length + joined}` }]
  })

const BEHIND_NUMBER = new RegExp(
  `${NUMBER}(?:个|家|所|支)[\\u4e00-\\u9fff]{0,10}[，：:]?(?:分别是|分别为|即|具体为|具体是)[：:]?([^，。；：（）()\\d\\n]{5,160})(?=[，。；\\n]|$)`,
  'g',
)
