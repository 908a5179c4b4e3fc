import { type AddressText, parseAddress } from '@/lib/domain/cells/addresses'
import type { Gain } from '@/lib/domain/explanation/points-to-gain'
import { isZero } from '@/lib/domain/quantities'
import { columnLabels, figureLabel } from './column-labels'
import { percent, score, shortNumber } from './numbers'
import { bandText as bandOfRow } from './scheme-rules'

/** The indicators' names by their ids. */
type Names = ReadonlyMap<string, string>

/** What would have earned more points, e.g. 实际完成值达到年度指标值（=100%）可得 5.00 分. */
export function sayGain(gain: Gain, { target, unit, names }: { target: string; unit: string; names: Names }): string {
  switch (gain.kind) {
    case 'rate':
      return `预算执行率达到 ${percent(gain.from)} 可得 ${score(gain.earns)} 分`
    case 'target':
      return `实际完成值${gain.operator === '<' || gain.operator === '<=' ? '符合' : '达到'}年度指标值（${target}）可得满分 ${score(gain.earns)} 分`
    case 'range':
      return `实际完成值在 ${shortNumber(gain.from)}${unit} 至 ${shortNumber(gain.to)}${unit} 之间可得满分 ${score(gain.earns)} 分`
    case 'onTime':
      return `按年度指标值（${target}）规定的时间完成可得满分 ${score(gain.earns)} 分`
    case 'yes':
      return `达到年度指标值（${target}）可得满分 ${score(gain.earns)} 分`
    case 'value':
      return `实际完成值${gain.direction === 'atLeast' ? '不低于' : '不高于'} ${shortNumber(gain.value)}${unit} 可得 ${score(gain.earns)} 分`
    case 'band':
      return `实际完成值${bandText(gain, unit)}可得 ${score(gain.earns)} 分`
    case 'fill':
      return `填写${cellName(gain.at)}后计分`
    case 'judge':
      return `由填报人按依据给出 0 至 ${shortNumber(gain.max)} 分的自评分`
    case 'below':
      return `实际完成值低于 ${shortNumber(gain.value)}${unit}（不属于超额完成偏离）可得 ${score(gain.earns)} 分`
    case 'coefficient':
      return `得分系数为 100% 可得满分 ${score(gain.earns)} 分`
    case 'betterBand':
      return `实际完成值属${bandOfRow(gain.band)}的，在该档内评分`
    case 'uncapped':
      return gain.cap === null
        ? `预算执行率达到 ${percent(gain.from)} 后不再封顶，其他得分不变时总分为 ${score(gain.earns)} 分`
        : `预算执行率达到 ${percent(gain.from)} 后上限提高到 ${shortNumber(gain.cap)} 分，其他得分不变时总分为 ${score(gain.earns)} 分`
    case 'row':
      return `${gain.id === null ? '预算执行' : `第 ${gain.number} 项${`“${names.get(gain.id) || '未命名指标'}”`}`}失 ${score(gain.lost)} 分，${
        isZero(gain.more) ? '仅补足此项总分不变' : `补足后总分增加 ${score(gain.more)} 分`
      }`
    case 'grade':
      return `总分再增加 ${score(gain.more)} 分，达到 ${shortNumber(gain.from)} 分为${gain.name}`
  }
}

function bandText({ from, to }: Extract<Gain, { kind: 'band' }>, unit: string): string {
  const upper = to === null ? '' : `不高于 ${shortNumber(to)}${unit}`
  const lower = from === null ? '' : `高于 ${shortNumber(from)}${unit}`
  return `${lower}${lower !== '' && upper !== '' ? '且' : ''}${upper} `
}

const cellName = (at: AddressText): string => {
  const address = parseAddress(at)
  if (address?.part === 'funds') return figureLabel(address.figure)
  if (address?.part !== 'indicators') return ''
  return address.column === 'coefficient' ? '得分系数及其依据' : columnLabels.indicators[address.column]
}
