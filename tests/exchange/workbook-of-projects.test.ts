import { describe, expect, test } from 'vitest'
import { idFrom } from '@/lib/data/database/new-id'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { schemeOfProjects } from '@/lib/domain/schemes/project-scheme'
import { type BookContent, differencesOf } from '@/lib/exchange/workbook/differences'
import { projectsBook } from '@/lib/exchange/workbook/projects-book'
import { writeBook } from '@/lib/exchange/workbook/write-book'
import { readCellValue } from '@/lib/forms/cells/cells'
import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'
import { edited, placeIn, put, putAt, readAs, scored, sheetsOf } from '@/tests/support/workbooks'

const department = anEvaluation({ id: 'department' })
const project = (id: string, name: string): Evaluation =>
  anEvaluation({
    id,
    kind: 'project',
    parentId: department.id,
    projectName: name,
    scheme: schemeOfProjects(scheme('two-dimension')),
    figures: figuresInWan({ 'total/adjustedBudget': '120', 'appropriation/adjustedBudget': '100', 'otherFunding/adjustedBudget': '15' }),
    goals: [{ id: `${id}g`, text: [{ text: '完成维修。' }], completion: [], mark: '' }],
    indicators: [anIndicator({ id: `${id}a`, name: '维修里程' }), anIndicator({ id: `${id}b`, name: '验收合格率' })],
  })
const projects = [project('road', '示例道路[一期]/维修'), project('park', '示例公园改造')]
const asked = { by: '示例', at: '2024-01-01T00:00:00Z', say: () => (text: string) => text }
const book = projectsBook(department, projects.map(scored), asked)
const [CONTENTS = '', ROAD = '', PARK = ''] = book.sheets.map(({ name }) => name)
const file = await writeBook(book)

const differing = (content: BookContent | undefined, of: Evaluation) =>
  differencesOf(content ?? { cells: [], rows: [], gone: [] }, of, (place) => idFrom('test', place), readCellValue)

describe('the workbook of all projects', () => {
  test('has a first sheet that lists them, and one for each, called as it may be', async () => {
    expect(book.sheets.map(({ name }) => name)).toEqual(['项目目录', '1 示例道路 一期  维修', '2 示例公园改造'])
    const sheet = (await sheetsOf(file)).get(CONTENTS)
    const rows = sheet?.rows.map((row) => row.filter((value) => value !== null && value !== '')) ?? []
    expect(rows).toContainEqual([1, '示例道路[一期]/维修', '1 示例道路 一期  维修', 0, 120, 0].map((value, at) => (at === 0 ? '1' : value)))
    expect(rows.at(-1)).toEqual(['各项目合计', 0, 240, 0])
  })

  test('its first sheet adds up what is typed on the others', () => {
    const [contents, road] = book.sheets
    const formulas = contents?.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? [])) ?? []
    const total = road?.rows.findIndex(({ key }) => key === 'projects/road/funds/total') ?? 0
    expect(formulas).toContain(`N('${ROAD}'!E${total + 1})`)
    expect(formulas.at(-1)).toMatch(/^SUM\(H\d+:H\d+\)$/)
  })

  test('brought back as it was, it differs in nothing', async () => {
    const read = await readAs(file)
    expect(read).toMatchObject({ evaluation: 'department', cells: [], rows: [] })
    expect(read.projects).toEqual(
      projects.map(({ id, projectName }) => ({ id, name: projectName, cells: [], rows: [], gone: [], troubles: [] })),
    )
  })

  test('cells that were filled in and rows that were added are their project’s', async () => {
    const bytes = await edited(file, (sheets) => {
      putAt(sheets.get(PARK), 'projects/park/funds/total', 'actualExpenditure', { value: 90 })
      putAt(sheets.get(PARK), 'projects/park/indicators/parka', 'actual', { value: '98%' })
      const sheet = sheets.get(ROAD)
      if (sheet === undefined) throw new Error('no sheet')
      const [row, column] = placeIn(sheet, 'projects/road/indicators/roadb', 'name')
      put(sheet, [row + 1, column], { value: '新增里程' })
    })
    const { projects: read = [] } = await readAs(bytes)
    const [road, park] = projects.map((one, place) => differing(read[place], one))
    expect(park?.cells.map(({ address, text, state }) => [address, text, state])).toEqual([
      ['funds/total/actualExpenditure', '90', 'changed'],
      ['indicators/parka/actual', '98%', 'changed'],
    ])
    expect(park?.added).toEqual([])
    expect(road?.cells).toEqual([])
    expect(road?.added.map(({ row, cells }) => [row.list, cells.map(({ text }) => text)])).toEqual([['indicators', ['新增里程']]])
  })

  test('its formulas name the cells of their own table', () => {
    for (const sheet of book.sheets.slice(1)) {
      const sums = sheet.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.look === 'sum' ? (cell.formula ?? []) : [])))
      expect(sums.length).toBeGreaterThan(0)
      const named = sums.flatMap((formula) =>
        [...formula.matchAll(/[A-Z]+(\d+)/g)].map(([, row]) => sheet.rows[Number(row) - 1]?.key ?? ''),
      )
      expect(named.filter((key) => !key.startsWith('projects/') && key !== '+')).toEqual([])
    }
  })

  test('what was changed in its record is not read', async () => {
    const bytes = await edited(file, (sheets) => {
      const record = sheets.get('_衡绩')
      const row = record?.rows.findIndex(([line]) => String(line).startsWith('["project"')) ?? 0
      put(record, [row, 0], { value: '["project","road","[]"]' })
    })
    await expect(readAs(bytes)).rejects.toThrow('alteredWorkbook')
  })
})

test('a hundred projects are written and read in seconds', async () => {
  const all = Array.from({ length: 100 }, (_, place) => project(`p${place}`, `示例项目${place}`))
  const bytes = await writeBook(projectsBook(department, all.map(scored), asked))
  expect((await sheetsOf(bytes)).size).toBe(102)
  const read = await readAs(bytes)
  expect(read.projects?.length).toBe(100)
  expect(read.projects?.flatMap(({ cells, rows, troubles }) => [...cells, ...rows, ...troubles])).toEqual([])
}, 60_000)
