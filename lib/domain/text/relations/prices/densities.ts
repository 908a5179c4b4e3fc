import { dividedBy, equals, isPositive, plain, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet, quotient, scaled } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { DENSITIES, LAND, POPULATION } from '@/lib/domain/text/vocabulary/densities'

/**
 * So many for each thousand people or each square kilometre: 每万人配备民警4.58名, 每平方公里1.1万人, 4.0批次/千人. What is counted goes by the
 * noun that the density names; how many people or how much land there is is said once in the text, else nothing is drawn.
 */
export const densities = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((each): Relation[] => {
    if (each.hedge !== null || /[上去]年|目标|计划|高于|低于|平均数|标准/.test(each.label)) return []
    const said = densityOf(each)
    if (said === null) return []
    const { of, many, noun } = said
    const whole = of === 'people' ? populationOf(reading) : landOf(reading)
    if (whole === null || !isPositive(whole.value) || isOfAPart(each, whole)) return []
    const all = countedUnder(reading, each, noun, whole)
    // 报告传染病2,250例，发病率每10万人150例: of those in its own clauses, where there is one.
    const beside = all.filter(({ group, index }) => group === each.group && index === each.index - 1)
    const counted = beside.length === 1 ? beside : all
    const [total] = counted
    if (total === undefined) return []
    const scale = of === 'people' ? many : times(many, SQUARE_KILOMETRE)
    const makes = (mention: Mention): boolean => {
      const share = quotient(mention.span, whole.span)
      return share === null || meet(scaled(share, scale), each.span)
    }
    const settled = counted.find(makes)
    // Several go by the noun: which is meant is not said.
    if (settled === undefined && counted.length > 1) return []
    const by = settled ?? total
    return [
      {
        kind: 'perUnit',
        result: each,
        operands: [by, whole],
        holds: settled !== undefined,
        certainty: 'plain',
        rule: 'perUnit',
        expected: plain(dividedBy(times(dividedBy(by.value, whole.value), scale), unitOf(each)), 2),
      },
    ]
  })

/** So many for so many people or so much land, where the text says how many or how much there is. */
export function isDensity(reading: Reading, each: Mention): boolean {
  const said = densityOf(each)
  return said !== null && (said.of === 'people' ? peopleIn(reading) : landIn(reading)).length > 0
}

/** 建成区人口密度: not that of the whole. */
function isOfAPart({ label }: Mention, whole: Mention): boolean {
  const part = /建成区|[主中老新]?城区|城[镇市]|[农乡]村|核心区|园区|景区/.exec(label.slice(0, Math.max(0, label.indexOf('每'))))?.[0]
  return part !== undefined && !whole.label.includes(part)
}

const SQUARE_KILOMETRE = quantity('1000000')
type Density = { of: 'people' | 'land'; many: Quantity; noun: string }

function densityOf({ label, after, unit }: Mention): Density | null {
  if (!label.includes('每') && !after.startsWith('/')) return null
  for (const { pattern, behind, of, many } of DENSITIES) {
    const match = pattern?.exec(label)
    if (match !== null && match !== undefined) return { of, many: quantity(match[2] ?? many), noun: match[1] ?? '' }
    if (behind?.test(after) === true) return { of, many: quantity(many), noun: unit.word }
  }
  return null
}

const peopleIn = once(({ mentions }: Reading): readonly Mention[] =>
  mentions.filter(({ label, unit, hedge }) => unit.dimension === 'people' && hedge === null && POPULATION.test(label)),
)
const landIn = once(({ mentions }: Reading): readonly Mention[] =>
  mentions.filter(({ label, unit, hedge }) => unit.dimension === 'surface' && hedge === null && LAND.test(label)),
)
const onlyOne = (all: readonly Mention[]): Mention | null => {
  const [first] = all
  return first !== undefined && all.every(({ value }) => equals(value, first.value)) ? first : null
}
const populationOf = once((reading: Reading) => onlyOne(peopleIn(reading)))
const landOf = once((reading: Reading) => onlyOne(landIn(reading)))
const isPopulation = once((reading: Reading) => new Set(peopleIn(reading)))

/** Figures of the density's unit near before it under its noun; without a noun people are meant, as those of the whole population on either side, or whatever its unit counts. */
function countedUnder(reading: Reading, each: Mention, noun: string, whole: Mention): readonly Mention[] {
  const areAll = each.unit.dimension === 'people' && (noun === '' || noun === '人')
  const near = reading.mentions.slice(Math.max(0, each.index - FAR), each.index + (areAll ? FAR : 0))
  const pool = areAll ? near.filter((mention) => isPopulation(reading).has(mention)) : near
  const isOfUnit = ({ unit }: Mention): boolean =>
    unit.word === each.unit.word || (unit.dimension === 'people' && each.unit.dimension === 'people')
  return pool.filter(
    (mention) =>
      mention !== each &&
      mention !== whole &&
      mention.hedge === null &&
      isOfUnit(mention) &&
      (areAll || noun === '' || noun === each.unit.word || mention.label.endsWith(noun)) &&
      !/[上去]年|新增|其中[^，]*人口|增加|减少|不合格/.test(mention.label) &&
      densityOf(mention) === null,
  )
}
const FAR = 40
