import { isZero } from '@/lib/domain/quantities'
import type { Reading } from '@/lib/domain/text/reading'
import type { Remark } from './remark'

/** A rate or a share that lost its %: 预算执行率97.00，; 占55.33，. Tables and scores may do without it. */
export const lostSigns = (reading: Reading): Remark[] => [...withoutPercent(reading), ...withoutYuan(reading)]

/** 全年支出19,204万，: an amount that lost its 元. */
const withoutYuan = (reading: Reading): Remark[] =>
  reading.mentions.flatMap(({ unit, label, written, tail, after, start, scaled }): Remark[] =>
    (unit.word === '' || (unit.word === '元' && /[万亿]$/.test(written))) &&
    scaled &&
    after === '' &&
    /[，。；、）]/.test(tail) &&
    /(?:支出|预算|收入|投入|资金|经费|拨款|下达|到位|结余|结转)(?:数|额|合计|共计|总额)?(?:为|共|达|约)*$/.test(label)
      ? [{ kind: 'unit', rule: 'yuan', start, text: `${label.slice(-12)}${written}`, against: '' }]
      : [],
  )

const withoutPercent = (reading: Reading): Remark[] =>
  reading.mentions.flatMap(({ unit, label, written, tail, after, start, value, index, group }): Remark[] => {
    // 指数1.52，较上年1.66下降0.14: an index has no unit.
    const ahead = reading.mentions[index - 1]
    if (ahead !== undefined && ahead.unit.dimension === 'number' && ahead.group === group) return []
    if (unit.dimension !== 'number' || after !== '' || !/[，。；、）]/.test(tail) || value === undefined) return []
    if (
      !/(?:[\u4e00-\u9fff]率|满意度|占比?|增[长幅]|下降|同比)(?:达到?|为|是|约)*$/.test(label) ||
      /得|分|占地|频率|倍|折|万[车人]|死亡率|发病率/.test(label) ||
      isZero(value)
    )
      return []
    return [{ kind: 'unit', rule: 'percent', start, text: `${label.slice(-12)}${written}`, against: '' }]
  })
