import { dividedBy, one, type Quantity, quantity, times } from '@/lib/domain/quantities'

/** A unit of measure: `base` is the same for units that can be compared, `factor` how many of the base one is. */
export type Unit = { base: string; factor: Quantity; rate: boolean }

const RATES: Readonly<Record<string, Quantity>> = {
  '%': quantity('0.01'),
  百分比: quantity('0.01'),
  '‰': quantity('0.001'),
  千分比: quantity('0.001'),
  成: quantity('0.1'),
  '/十万': quantity('0.00001'),
}

/** Words that count or measure the same. The first is the base; a number after a colon says how many of the base. */
const SAME = [
  '个 项 件 家 所 处 座 套 台 条 份 本 册 篇 张 块 盏 棵 株 只 头 匹 辆 架 部 间 栋 幢 口 眼 例 起 宗 桩 种 类 门 支 枚 幅 副 把 组 艘 盘 樘 根 尾 羽 笔 单 款 章 村 社区 点',
  '次 场 期 场次 批 批次 届 轮 回 班 节',
  '人 名 位',
  '人次 人·次',
  '户 户次',
  '天 日 周:7 星期:7',
  '工作日 个工作日',
  '小时 h 时 分钟:1/60 min:1/60',
  '月 个月 年:12 周年:12 个季度:3 季度:3 季:3',
  '米 m 公里:1000 千米:1000 km:1000 KM:1000 里:500 厘米:1/100 cm:1/100 毫米:1/1000 mm:1/1000 延米',
  '平方米 m2 平米 平 公顷:10000 平方公里:1000000 平方千米:1000000 km2:1000000',
  '立方米 m3 立方 方',
  '克 g 公斤:1000 千克:1000 kg:1000 KG:1000 斤:500 吨:1000000 t:1000000 mg:1/1000 毫克:1/1000 微克:1/1000000 ug:1/1000000 μg:1/1000000',
  '升 L l 毫升:1/1000 ml:1/1000',
  '元 块 人民币',
  '百分点 个百分点',
  '分 得分',
  '瓦 W w kW:1000 kw:1000 KW:1000 MW:1000000 兆瓦:1000000',
  '度 kWh 千瓦时',
  '°C 摄氏度',
  'KVA kVA 千伏安',
  '分贝 dB',
  'DDDs DDD',
  'TB Tb',
  'GB G',
  'MB M',
  '亩',
  '倍',
  '字',
  '页',
  '车次 辆次',
  '台次',
  '课时 学时',
  '床 张床 床位 张床位',
]

type Known = { base: string; factor: Quantity }
const KNOWN = new Map<string, Known>()
for (const line of SAME) {
  const words = line.split(' ')
  const base = words[0] ?? ''
  for (const word of words) {
    const [name = '', factor = '1'] = word.split(':')
    const [over = '1', under = '1'] = factor.split('/')
    KNOWN.set(name, { base, factor: dividedBy(quantity(over), quantity(under)) })
  }
}

/** ㎡, m² and m2 are written with one sign. */
const inPlainSigns = (text: string): string => text.normalize('NFKC')

/** A unit from the list, also as 个小时, 个人 and Km. 个村 are 个 of something. */
function knownUnit(text: string): Known | undefined {
  const plain = inPlainSigns(text)
  const counted = plain.startsWith('个') ? KNOWN.get(plain.slice(1)) : undefined
  if (counted !== undefined && counted.base !== '个') return counted
  return KNOWN.get(plain) ?? (plain.length > 1 ? KNOWN.get(plain.toLowerCase()) : undefined)
}

const SCALES: readonly (readonly [string, Quantity])[] = [
  ['万亿', quantity('1000000000000')],
  ['百万', quantity('1000000')],
  ['千万', quantity('10000000')],
  ['亿', quantity('100000000')],
  ['万', quantity('10000')],
  ['千', quantity('1000')],
  ['百', quantity('100')],
]

/** The unit as written on the form; one that is not known is its own base. An empty text has an empty base. */
export function unitOf(written: string): Unit {
  const text = tidy(written)
  const rate = RATES[text]
  if (rate !== undefined) return { base: '%', factor: rate, rate: true }
  // 人(次) is 人次, 个(套) is 个.
  const known = knownUnit(text) ?? knownUnit(written.replace(/[(（].*$/, ''))
  if (known !== undefined) return { ...known, rate: false }
  for (const [scale, factor] of SCALES) {
    if (!text.startsWith(scale)) continue
    const rest = unitOf(text.slice(scale.length))
    if (rest.rate) continue
    return { base: rest.base, factor: times(factor, rest.factor), rate: false }
  }
  return text.includes('/') ? compound(text) : { base: inPlainSigns(text), factor: one, rate: false }
}

/** The longest known unit that the text begins with, scale included (`万人次`, `个`); null where there is none. */
export function leadingUnit(text: string): string | null {
  const tail = text.slice(0, 14)
  for (let length = tail.length; length > 0; length--) {
    const head = tail.slice(0, length)
    if (isKnownUnit(head)) return head
  }
  return null
}

/** Whether the text is a unit from the list, a rate, or one of them with 万, 亿 … before it. */
export function isKnownUnit(text: string): boolean {
  if (RATES[text] !== undefined || knownUnit(text) !== undefined) return true
  return SCALES.some(([scale]) => text.startsWith(scale) && (text === scale || knownUnit(text.slice(scale.length)) !== undefined))
}

const tidy = (text: string): string => text.replace(/[\s()]/g, '').replace(/[/每·•・*、×]年$/, '')

/** 元/人*月, 元/人、月 and 元/人/月 are one unit; 次/季度 is a third of 次/月. */
function compound(text: string): Unit {
  const [head = '', ...below] = text.split('/')
  const parts = below.flatMap((part) => part.split(/[*·•・、×.]/)).filter((part) => part !== '')
  const units = parts.map((part) => knownUnit(part) ?? { base: inPlainSigns(part), factor: one })
  const above = unitOf(head)
  const factor = units.reduce((value, unit) => dividedBy(value, unit.factor), above.factor)
  const under = units.map(({ base }) => base).sort()
  return { base: `${above.base}/${under.join('·')}`, factor, rate: false }
}

/** Whether what the unit counts is that of a stretch of time: 次/月, 元/人·月. */
export const isPerTime = ({ base }: Unit): boolean => /[/·](?:月|天|工作日|小时)(?:·|$)/.test(base)
