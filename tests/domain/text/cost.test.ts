import { describe, expect, test } from 'vitest'
import { relationsIn } from '@/lib/domain/text/engine'
import type { Mention } from '@/lib/domain/text/mentions'
import { type KnownFigure, type Reading, readingOf } from '@/lib/domain/text/reading'
import { densities, isDensity } from '@/lib/domain/text/relations/prices/densities'
import { toldAgain } from '@/lib/domain/text/relations/retold/told-again'
import { remarksOn } from '@/lib/domain/text/remarks/remarks'

/** Twice as much text may ask for its figures, and say of which others they are made, twice as often: counted, not timed. */
const WRITTEN = [
  '1 1 1 ',
  '甲120万元、',
  '人均3元，',
  '每台5元、',
  '结余84万元。',
  '合计 7,134\n',
  '其中 12\n',
  '一、甲 3 5\n',
  '③儿童福利1,867.5万元，占15.00%；，',
  '其中基本支出16,240.20万元，占77.80%，项目支出4,634.40万元，占22.20%，',
  '3%分期、',
  '总分99.18分，',
  '支出12万元，执行率3%，',
  '比上年7件增长3%，',
  '占总数的3%，5人，',
  '第一批3万元、',
  '（甲1万元，',
  '其中：甲3人、',
  '甲局、共3项：',
  '2023年5月6日至',
  '常住人口5万人。每万人配备民警4名。',
]

const known: KnownFigure[] = (['budget', 'spent'] as const).map((role) => {
  const [mention] = readingOf([{ at: '', text: role === 'budget' ? '1,000万元' : '900万元' }], null).mentions as [Mention]
  return { role, name: role, mention: { ...mention, index: -1, group: -1, sentence: -1, paragraph: -1 } }
})

/** How often a figure is taken from the list of all figures, and how many figures stand in the relations drawn. */
function costOf(text: string): number {
  const reading = readingOf([{ at: '', text }], 2023, known)
  let cost = 0
  const mentions = new Proxy(reading.mentions, {
    get: (all, key) => {
      cost += 1
      return Reflect.get(all, key)
    },
  })
  const watched = { ...reading, mentions }
  const relations = relationsIn(watched)
  remarksOn(watched)
  return relations.reduce((sum, { operands }) => sum + operands.length, cost)
}

/** How often something is read of a figure where `find` looks for its relations. */
function looksOf(find: (reading: Reading) => unknown, text: string): number {
  const reading = readingOf([{ at: '', text }], 2023)
  let looks = 0
  const get = (mention: Mention, key: string | symbol): unknown => {
    looks += 1
    return Reflect.get(mention, key)
  }
  const watched = { ...reading, mentions: reading.mentions.map((mention) => new Proxy(mention, { get })) }
  find(watched)
  return looks
}

const densitiesOf = (reading: Reading): void => {
  densities(reading)
  for (const mention of reading.mentions) isDensity(reading, mention)
}

describe('the cost of a text grows as its length does', () => {
  test.each(WRITTEN)('%j, over and over', (words) => {
    expect(costOf(words.repeat(800)) / costOf(words.repeat(200))).toBeLessThan(5)
  })

  test.each(['常住人口5万人。每万人配备民警4名。', '辖区面积5平方公里。常住人口5万人。人口密度每平方公里1万人。'])(
    'densities of one population said again and again: %s',
    (words) => {
      expect(looksOf(densitiesOf, words.repeat(800)) / looksOf(densitiesOf, words.repeat(200))).toBeLessThan(5)
    },
  )

  test('what was left, told again in paragraph after paragraph', () => {
    const left = (many: number): string => Array.from({ length: many }, (_, i) => `欠付工程款${i + 100}万元。`).join('\n')
    expect(looksOf(toldAgain, left(800)) / looksOf(toldAgain, left(200))).toBeLessThan(5)
  })

  test('a table of many lines', () => {
    const table = (rows: number): string =>
      Array.from({ length: rows }, (_, i) => `项目之${'甲乙丙丁'[i % 4]} ${i} ${i + 3} ${2 * i}`).join('\n')
    expect(costOf(table(800)) / costOf(table(200))).toBeLessThan(5)
  })
})
