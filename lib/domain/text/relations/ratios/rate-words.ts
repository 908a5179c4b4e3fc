import { equals } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading } from '@/lib/domain/text/reading'

/** Words that a rate shares with its figures, and which figures can be one of them. */

export const isUsable = ({ hedge, label }: Mention): boolean => (hedge === null || hedge === 'about') && !OTHER.test(label)
const OTHER = /[上去往]年|同期|每|均[^衡]{0,3}$|单价|目标值|比上|较上/

/** 建档 of 居民健康建档率: the last two signs before 率. */
export const stemOf = (name: string): string => name.replace(/(?:率|度|进度)$/, '').slice(-2)
/** 取证 is 取得证书, 回收 is 收回: both signs of the stem, in any order. */
export const sharesStem = (label: string, stem: string): boolean =>
  stem.length === 2 && label.includes(stem[0] as string) && label.includes(stem[1] as string)

/** The one value that the text has said so far for a rate of just this name; undefined where it has said several. */
export const rateNamed = (reading: Reading, then: Mention, name: string): Mention | undefined => {
  const named = before(reading, then, 200, true).filter(
    ({ label, unit, hedge }) => unit.dimension === 'percent' && hedge === null && label.replace(/[为是达到]+$/, '').endsWith(name),
  )
  return named.every(({ value }) => equals(value, (named[0] as Mention).value)) ? named[0] : undefined
}
