import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinedLines, matchedLines, namedAnew, sameLine } from '@/lib/domain/evaluation/lines'
import { anIndicator, type IndicatorTexts } from '@/tests/support/builders'

/** A row of a year: its id, line and name. */
const row = (id: string, lineId: string, name: string, rest: IndicatorTexts = {}) => anIndicator({ id, lineId, name, ...rest })

describe('rows of two years side by side', () => {
  const said = (now: readonly ReturnType<typeof row>[], before: readonly ReturnType<typeof row>[]) =>
    matchedLines(now, before).map((match) => [
      match.kind,
      'before' in match ? match.before.name : null,
      'now' in match ? match.now.name : null,
    ])

  test('another name on the same line is a renaming, not one dropped and one added', () => {
    expect(said([row('n', 'a', '培训人数')], [row('a', 'a', '培训人次')])).toEqual([['renamed', '培训人次', '培训人数']])
    expect(said([row('n', 'a', '培训人次', { group: '质量指标' })], [row('a', 'a', '培训人次')])).toEqual([
      ['renamed', '培训人次', '培训人次'],
    ])
  })

  test('two that swap their names are two renamed ones, each with its own past', () => {
    expect(said([row('x', 'a', '乙'), row('y', 'b', '甲')], [row('a', 'a', '甲'), row('b', 'b', '乙')])).toEqual([
      ['renamed', '甲', '乙'],
      ['renamed', '乙', '甲'],
    ])
  })

  test('of two of one name each goes with its own line', () => {
    const before = [row('a', 'a', '合格率', { target: '≥80%' }), row('b', 'b', '合格率', { target: '≥90%' })]
    const now = [row('x', 'b', '合格率'), row('y', 'a', '合格率')]
    const matches = matchedLines(now, before)
    expect(matches.map((match) => ('before' in match ? match.before.target.text : null))).toEqual(['≥90%', '≥80%'])
  })

  test('one of an old name on a new line is added, and the old one dropped', () => {
    expect(said([row('n', 'n', '甲')], [row('a', 'a', '甲'), row('b', 'b', '乙')])).toEqual([
      ['added', null, '甲'],
      ['dropped', '甲', null],
      ['dropped', '乙', null],
    ])
  })

  test('each row of both years stands in exactly one match, and matched ones are on one line', () => {
    const year = fc
      .uniqueArray(fc.nat(12), { maxLength: 8 })
      .chain((lines) => fc.tuple(...lines.map((line) => fc.constantFrom('甲', '乙', '丙').map((name) => ({ line: `l${line}`, name })))))
    fc.assert(
      fc.property(year, year, (first, second) => {
        const before = first.map(({ line, name }) => row(`b${line}`, line, name))
        const now = second.map(({ line, name }) => row(`n${line}`, line, name))
        const matches = matchedLines(now, before)
        const ids = matches.flatMap((match) => [...('now' in match ? [match.now.id] : []), ...('before' in match ? [match.before.id] : [])])
        expect(ids.sort()).toEqual([...now, ...before].map(({ id }) => id).sort())
        for (const match of matches) if ('now' in match && 'before' in match) expect(sameLine(match.now, match.before)).toBe(true)
      }),
    )
  })
})

describe('a row joins a line by its name', () => {
  const earlier = [row('a', 'a', '甲'), row('b', 'b', '乙'), row('c', 'c', '乙')]

  test('only what is new or called otherwise is asked about, and only the department’s own', () => {
    const before = [row('1', '1', '甲'), row('2', '2', '旧'), row('3', '3', '甲', { fixedId: 'f' })]
    const after = [
      row('1', '1', '甲 '),
      row('2', '2', '新'),
      row('3', '3', '乙', { fixedId: 'f' }),
      row('4', '4', '  '),
      row('5', '5', '新增'),
      row('6', '6', '取自目标', { planIndicatorId: 'p' }),
    ]
    expect(namedAnew(before, after).map(({ id }) => id)).toEqual(['2', '5'])
  })

  test.each([
    ['the same name', [row('1', '1', '甲')], [['1', 'a']]],
    ['no such name', [row('1', '1', '丁')], []],
    ['the same name elsewhere in the table', [row('1', '1', '甲', { group: '质量指标' })], []],
    [
      'several of one name, in order',
      [row('1', '1', '乙'), row('2', '2', '乙'), row('3', '3', '乙')],
      [
        ['1', 'b'],
        ['2', 'c'],
      ],
    ],
  ])('%s', (_, rows, joined) => {
    expect([...joinedLines(rows, rows, earlier)]).toEqual(joined)
  })

  test('a line that a row is on already is not joined by another: a swap stays a swap', () => {
    const rows = [row('1', 'a', '乙'), row('2', 'b', '甲'), row('3', 'c', '丙')]
    expect([
      ...joinedLines(
        [rows[0], rows[1]].flatMap((one) => one ?? []),
        rows,
        earlier,
      ),
    ]).toEqual([])
  })

  test('a mistaken name that is put right takes the right line', () => {
    const rows = [row('1', 'a', '乙')]
    expect([...joinedLines(rows, rows, earlier)]).toEqual([['1', 'b']])
  })
})
