import { absolute, dividedBy, equals, minus, moreThan, plain, quantity, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { unmarked } from '@/lib/domain/text/counted'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, before, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/**
 * A figure that is named again is the same figure: 设备购置238.60万元中…, 省本级1,620.0万元已全部支出, 12,345,678.90元 in brackets
 * behind its 万元. Named again is what the words take up: 中 behind it, 上述 before it, another unit of it in brackets.
 */
export const restated = (reading: Reading): Relation[] => [
  ...takenUp(reading),
  ...allOfThem(reading),
  ...oneOfAKind(reading),
  ...inOtherUnit(reading),
  ...roughly(reading),
]

const isPlain = ({ hedge }: Mention): boolean => hedge === null
const AGAIN = /^(?:中|当中|之中|里|已?全部|已经?全部|均已|都已)/

function takenUp(reading: Reading): Relation[] {
  return reading.mentions.flatMap((again): Relation[] => {
    if (!isPlain(again) || ['percent', 'points'].includes(again.unit.dimension)) return []
    if (!AGAIN.test(again.after) && !/^(?:上述|纳入[^，。；\d]{0,8}的)/.test(again.label)) return []
    const name = again.label.replace(/^(?:其中|上述|纳入[^，。；\d]{0,10}的|[^，。；]{0,6}[为由是])/, '').replace(/的$/, '')
    if (name.length < 3) return []
    const earlier = reading.mentions
      .slice(Math.max(0, again.index - 60), again.index)
      .filter(
        (mention) =>
          isPlain(mention) &&
          alike(mention, again) &&
          mention.unit.word === again.unit.word &&
          mention.label.replace(/(?:合计|共计|共|[为是])$/, '').endsWith(name),
      )
    const last = earlier.at(-1)
    if (last === undefined || earlier.some((mention) => equals(mention.value, again.value) || meet(mention.span, again.span))) return []
    return [
      {
        kind: 'count',
        result: again,
        operands: [last],
        holds: false,
        certainty: 'likely',
        rule: 'restated',
        expected: plain(dividedBy(last.value, unitOf(again)), 4),
      },
    ]
  })
}

const NEARLY = quantity('0.2')
/**
 * 73家单位全部参评: all of them are as many as were counted under that noun (入驻单位73家). Held against the one other number
 * of the noun, where the two are near each other: of another number the noun may mean others.
 */
function allOfThem(reading: Reading): Relation[] {
  return reading.mentions.flatMap((all): Relation[] => {
    const noun = /^([\u4e00-\u9fff]{2})(?![率数])[^，。；]{0,14}全部/.exec(all.after)?.[1]
    if (noun === undefined || !isPlain(all) || !/^(?:以上|上述|所有)?$/.test(unmarked(all.label.trim())) || all.unit.dimension !== 'things')
      return []
    const others = before(reading, all, 200, true).filter(
      (mention) =>
        isPlain(mention) &&
        mention.unit.word === all.unit.word &&
        (mention.after.startsWith(noun) || new RegExp(`${noun}(?:共|总数|数量?)?(?:为|有|计|达)?$`).test(mention.label)),
    )
    const [first] = others
    if (
      first === undefined ||
      others.some(({ value }) => equals(value, all.value)) ||
      others.some(({ value }) => !equals(value, first.value))
    )
      return []
    if (moreThan(absolute(minus(all.value, first.value)), times(first.value, NEARLY))) return []
    return [
      {
        kind: 'count',
        result: all,
        operands: [first],
        holds: false,
        certainty: 'likely',
        rule: 'restated',
        expected: plain(dividedBy(first.value, unitOf(all)), 4),
      },
    ]
  })
}

/** Of a project there is one: its total investment, its estimate, what its contract comes to. */
const ONE_OF_A_KIND =
  /^(?:[^，。；\d]{0,4}项目)?(?:批复|计划|估算|概算)?(?:总投资|投资概算|概算总投资|合同总价|合同总金额|总建筑面积)(?:额|为|共|约)*$/
/** 项目总投资1,200万元 in one chapter and 1,300万元 in another. */
function oneOfAKind(reading: Reading): Relation[] {
  const first = new Map<string, Mention>()
  return reading.mentions.flatMap((mention): Relation[] => {
    if (!isPlain(mention) || !ONE_OF_A_KIND.test(mention.label.trim())) return []
    const name = mention.label.replace(/[为共约额]+$/, '').trim()
    const earlier = first.get(name)
    if (earlier === undefined) {
      first.set(name, mention)
      return []
    }
    if (earlier.paragraph === mention.paragraph || !alike(earlier, mention) || meet(earlier.span, mention.span)) return []
    const expected = plain(dividedBy(earlier.value, unitOf(mention)), 4)
    return [{ kind: 'count', result: mention, operands: [earlier], holds: false, certainty: 'likely', rule: 'restated', expected }]
  })
}

/** 1,234.57万元（精确到元为12,345,678.90元）. */
function inOtherUnit(reading: Reading): Relation[] {
  return reading.mentions.flatMap((exact): Relation[] => {
    const bracket = reading.brackets[exact.bracket]
    const first = reading.mentions[exact.index - 1]
    if (exact.bracket === 0 || bracket === undefined || first === undefined || bracket.before !== first.index || !alike(first, exact))
      return []
    if (
      !/^(?:即|合|折合|约合|精确到元?为?|人民币)*$/.test(exact.label) ||
      first.unit.dimension !== 'money' ||
      first.scaled === exact.scaled ||
      exact.tail !== '）'
    )
      return []
    return [
      {
        kind: 'count',
        result: exact,
        operands: [first],
        holds: meet(first.span, exact.span),
        certainty: 'plain',
        rule: 'restated',
        expected: plain(dividedBy(first.value, unitOf(exact)), 4),
      },
    ]
  })
}

/** 58.3万，近60万: the second says the first roughly. */
function roughly(reading: Reading): Relation[] {
  return reading.mentions.flatMap((rough): Relation[] => {
    const first = reading.mentions[rough.index - 1]
    if (
      first === undefined ||
      rough.label !== '' ||
      first.group !== rough.group ||
      rough.hedge === null ||
      !['nearly', 'about'].includes(rough.hedge)
    )
      return []
    if (!isPlain(first) || !alike(first, rough) || first.unit.word !== rough.unit.word) return []
    return [
      {
        kind: 'count',
        result: rough,
        operands: [first],
        holds: meet(first.span, rough.span),
        certainty: 'plain',
        rule: 'restated',
        expected: plain(dividedBy(first.value, unitOf(rough)), 4),
      },
    ]
  })
}
