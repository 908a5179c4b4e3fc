import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonOf } from '@/lib/exchange/document-file'
import { evaluateDocument, jsonPieces } from '@/lib/exchange/evaluate'

const bytes = (text: string) => new TextEncoder().encode(text)
const base = { format: 'hengji.evaluation/1', kind: 'project', department: '示例局', moneyUnit: '万元' }

describe('bytes of unknown origin', () => {
  const refused: readonly [string, Uint8Array, string][] = [
    ['an empty file', bytes(''), 'empty'],
    ['no JSON', bytes('{"format":'), 'notJson'],
    ['no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d), 'notUtf8'],
    ['ten million brackets', bytes('['.repeat(10_000_000)), 'tooDeep'],
    ['a million nested objects', bytes(`${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`), 'tooDeep'],
    ['five million numbers', bytes(`[${'0,'.repeat(5_000_000)}0]`), 'tooMany'],
  ]
  test.each(refused)('%s', (_, content, code) => {
    expect(jsonOf(content)).toEqual({ ok: false, error: { at: '', code } })
  })

  test('a byte order mark does no harm', () => {
    expect(jsonOf(bytes('\ufeff{}'))).toEqual({ ok: true, json: {} })
  })

  test('brackets inside texts are not counted', () => {
    expect(jsonOf(bytes(JSON.stringify(['['.repeat(1000), '\\"[{']))).ok).toBe(true)
  })
})

describe('documents that cost too much to read', () => {
  const digits = '9'.repeat(100_000)

  test('numbers of a hundred thousand digits are refused, not calculated', () => {
    const result = evaluateDocument({
      ...base,
      funds: [
        {
          item: '甲',
          role: 'total',
          adjustedBudget: digits,
          actualExpenditure: `0.${digits}`,
          maxScore: digits,
          printedRate: `${digits}%`,
        },
      ],
      splits: [{ name: '乙', total: digits, parts: [{ name: '丙', amount: '1,'.repeat(50_000) }] }],
      indicators: [{ name: digits, target: `≥${digits}`, actual: `${digits}个`, maxScore: '1e999', printedScore: '-'.repeat(100_000) }],
      printedTotal: digits,
    })
    expect(result.ok).toBe(true)
    if (!result.ok) return
    expect(result.line.executionRate).toBeNull()
    expect(result.line.indicators[0]?.outcome).toBe('unreadable')
    expect(result.line.findings.filter(({ code }) => code === 'F16').length).toBeGreaterThanOrEqual(7)
  })

  test('64,000 indicators are checked in linear time', () => {
    const row = (index: number) => ({
      dimension: '产出指标',
      name: '同名',
      target: '≥50个',
      actual: `${index}个`,
      maxScore: '1',
      printedScore: '1',
    })
    const time = (rows: number): number => {
      const document = { ...base, complete: true, indicators: Array.from({ length: rows }, (_, index) => row(index)) }
      const before = process.cpuUsage()
      expect(evaluateDocument(document).ok).toBe(true)
      return process.cpuUsage(before).user / 1000
    }
    time(2000)
    const [few, many] = [time(8000), time(64_000)]
    expect(many).toBeLessThan(Math.max(few, 50) * 40)
  }, 240_000)

  test.each(['≥', '1,', '1 ', '（', '不', '一', '满意≥', '1.', '同比', '1月', '约', '以上', '万', '/', '个 ', '元/人', '余'])(
    'a cell of nothing but %s',
    (sign) => {
      const cell = sign.repeat(100_000)
      const begun = process.cpuUsage()
      const row = {
        name: sign.repeat(100),
        target: cell,
        actual: cell.slice(0, 299),
        maxScore: cell.slice(0, 299),
        printedScore: cell.slice(0, 200),
      }
      const result = evaluateDocument({ ...base, narrative: cell, indicators: [row] })
      expect(result.ok).toBe(true)
      // Of the processor, not of the clock: the machine may be loaded.
      expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5000)
    },
  )
})

/** Texts such as cells hold, broken in every way. */
const cell = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '≥',
        '≤',
        '=',
        '>',
        '不少于',
        '以上',
        '左右',
        '余',
        '%',
        '‰',
        '万',
        '元',
        '人次',
        '个',
        ',',
        '.',
        '-',
        '—',
        '/',
        '无',
        '月',
        '年',
        '底前',
        '（',
        '）',
        '是',
        '**',
        '~',
        '1',
        '95',
        '2023',
        '８',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

const indicator = fc.record(
  {
    name: cell,
    dimension: cell,
    group: cell,
    operator: cell,
    unit: cell,
    target: cell,
    actual: cell,
    maxScore: cell,
    printedScore: cell,
    printedCompletion: cell,
    deviationReason: cell,
  },
  { requiredKeys: ['name'] },
)
const fundsRow = fc.record(
  {
    item: cell,
    role: fc.constantFrom('total', 'part', 'other'),
    initialBudget: cell,
    adjustedBudget: cell,
    actualExpenditure: cell,
    carryOver: cell,
    balance: cell,
    maxScore: cell,
    printedRate: cell,
    printedScore: cell,
  },
  { requiredKeys: ['item', 'role'] },
)

describe('whatever stands in a document', () => {
  test('evaluating it never throws, and every message is a sentence', () => {
    fc.assert(
      fc.property(
        fc.array(indicator, { maxLength: 4 }),
        // A second scored row is refused.
        fc.array(fundsRow, { maxLength: 3 }).filter((rows) => rows.filter(({ role }) => role === 'total').length <= 1),
        cell,
        cell,
        fc.boolean(),
        (indicators, funds, narrative, printedTotal, complete) => {
          const result = evaluateDocument({ ...base, year: 2023, indicators, funds, narrative, printedTotal, complete })
          expect(result.ok).toBe(true)
          if (!result.ok) return
          expect(result.line.indicators).toHaveLength(indicators.length)
          for (const { message, at } of result.line.findings) {
            expect(message).toMatch(/。$/)
            expect(at).toMatch(/^\//)
            // What stands in quotation marks is the document's own words.
            expect(message.replace(/“[^”]*”/g, '')).not.toMatch(/undefined|null|NaN/)
          }
        },
      ),
      { numRuns: 1000 },
    )
  }, 60_000)

  test('any JSON gives a line or an error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(evaluateDocument(json).ok).toBeTypeOf('boolean')
      }),
      { numRuns: 500 },
    )
  })

  test('the pieces of a line are the line', () => {
    const result = evaluateDocument({
      ...base,
      indicators: Array.from({ length: 1203 }, (_, index) => ({ name: `${index}`, target: '5', actual: 'x' })),
    })
    if (!result.ok) throw new Error('not read')
    const line = { file: '示例.json', ...result.line }
    expect(JSON.parse([...jsonPieces(line)].join(''))).toEqual(JSON.parse(JSON.stringify(line)))
  })
})
