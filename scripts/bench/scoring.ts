// Scores of a year: 1,000 and 20,000 departments of 60 indicators each, scored and summed by the functions that the
// product calls, from cells already read; reading the cells is a second figure. Beside it LibreOffice, where installed,
// recalculating a workbook of the same rows.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { emptyNarrative } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { emptyIndicator } from '@/lib/domain/evaluation/rows'
import { plus, quantity, zero } from '@/lib/domain/quantities'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { bundledScheme } from '@/lib/exchange/bundled-schemes'

const say = (text: string) => process.stdout.write(`${text}\n`)

const INDICATORS = 60
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-bench-'))

/**
 * Rows as they are met in published tables: nine of ten reached, some missed, some read as dates, answers or words. By
 * the place in the table: target, actual value, unit.
 */
const ROWS: readonly (readonly [target: string, actual: string, unit: string])[] = [
  ['≥95%', '96.2%', '%'],
  ['≥100%', '100%', '%'],
  ['≥280人', '305人', '人'],
  ['=100%', '100%', '%'],
  ['≥3个', '3个', '个'],
  ['≤5%', '4.2%', '%'],
  ['≥90%', '93.75%', '%'],
  ['=0起', '0起', '起'],
  ['≥16小时', '16.5小时', '小时'],
  ['≥1200', '1200', ''],
  ['≥85%', '83.7%', '%'],
  ['≥98%', '98.9%', '%'],
  ['≤120万元', '118.36万元', '万元'],
  ['12月底前', '11月', ''],
  ['≥50次', '52次', '次'],
  ['≥90%', '91%', '%'],
  ['≥4场', '4场', '场'],
  ['是', '是', ''],
  ['≥80%', '88.04%', '%'],
  ['效果明显', '达成预期指标', ''],
]
const MAX_SCORES = ['1', '1.5', '2', '1.25', '1.75'] as const

const texts = (department: number, row: number) => ROWS[(department * 7 + row) % ROWS.length] ?? ROWS[0] ?? ['', '', '']

function evaluationOf(department: number): Evaluation {
  const scheme = bundledScheme('national-2020')
  if (scheme === null) throw new Error('no scheme national-2020')
  const indicators = Array.from({ length: INDICATORS }, (_, row): Indicator => {
    const [target, actual, unit] = texts(department, row)
    const context = { dimension: '产出指标', group: '数量指标', name: '示例指标', unit }
    const judged = target === '效果明显'
    return {
      ...emptyIndicator(`row${row}`),
      ...context,
      approvedTarget: target,
      target: { text: target, reading: readTarget(target, context) },
      actual: { text: actual, reading: readActual(actual, context) },
      maxScore: quantity(MAX_SCORES[row % MAX_SCORES.length] ?? '1.5'),
      selfScore: judged ? quantity('1') : null,
      selfScoreGrounds: judged ? '依据台账' : '',
    }
  })
  const filled = (amount: string) => ({ state: 'filled' as const, value: quantity(amount) })
  return {
    id: `evaluation${department}`,
    kind: 'department',
    scope: 'own',
    stage: 'selfEvaluation',
    subjectId: `department${department}`,
    parentId: null,
    roundId: 'round',
    year: 2023,
    departmentId: `department${department}`,
    departmentName: `示例部门${department}`,
    departmentCode: `${department}`,
    departmentPath: `/department${department}/`,
    authorityName: null,
    projectName: null,
    scheme,
    status: 'draft',
    node: 'entry',
    revision: 0,
    reconstructed: false,
    figures: {
      'total/adjustedBudget': filled(`${10_000_000 + department}.25`),
      'total/actualExpenditure': filled(`${9_700_000 + department}.75`),
    },
    narrative: emptyNarrative(),
    goals: [],
    tasks: [],
    indicators,
    problems: [],
    measures: [],
    projects: [],
    cover: { annexNumber: '', signature: '', date: '', preparer: '', principal: '', phone: '', financePrincipal: '' },
    evidence: [],
  }
}

/** `best`: what other programs of the machine disturbed least. */
type Times = { median: number; best: number; worst: number }
function timed(times: number, work: () => unknown): Times {
  const all = Array.from({ length: times }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  }).sort((a, b) => a - b)
  return { median: all[all.length >> 1] ?? 0, best: all[0] ?? 0, worst: all.at(-1) ?? 0 }
}

/** Scores every department and adds the totals up, as a year's overview does. */
function scoreAll(evaluations: readonly Evaluation[]): string {
  let sum = zero
  let complete = 0
  for (const evaluation of evaluations) {
    const { total } = scoreEvaluation(evaluation)
    if (total === null) continue
    sum = plus(sum, total)
    complete++
  }
  return `${complete}`
}

/** The same rows as a workbook of formulas, recalculated and converted by LibreOffice; null where it is not installed. */
function inLibreOffice(departments: number): number | null {
  const program = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
  if (program === undefined) return null
  const number = (text: string): string => /\d+(?:\.\d+)?/.exec(text)?.[0] ?? '1'
  const cell = (attributes: string): string => `<table:table-cell ${attributes}/>`
  const value = (digits: string): string => cell(`office:value-type="float" office:value="${digits}"`)
  const rows: string[] = []
  for (let department = 0; department < departments; department++) {
    for (let row = 0; row < INDICATORS; row++) {
      const [target, actual] = texts(department, row)
      const at = rows.length + 1
      const share = /^≤/.test(target) ? `[.A${at}]/MAX([.B${at}];0.01)` : `[.B${at}]/MAX([.A${at}];0.01)`
      const score = cell(`table:formula="of:=ROUND(MIN(1;${share})*[.C${at}];2)"`)
      rows.push(
        `<table:table-row>${value(number(target))}${value(number(actual))}${value(MAX_SCORES[row % MAX_SCORES.length] ?? '1.5')}${score}</table:table-row>`,
      )
    }
  }
  const sum = cell(`table:formula="of:=SUM([.D1:.D${rows.length}])"`)
  const name =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
  const workbook = path.join(folder, 'scores.fods')
  fs.writeFileSync(
    workbook,
    `<?xml version="1.0"?><office:document ${name} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="s">${rows.join('')}<table:table-row>${sum}</table:table-row></table:table></office:spreadsheet></office:body></office:document>`,
  )
  const begun = performance.now()
  const { status } = spawnSync(program, ['--headless', '--convert-to', 'csv', '--outdir', folder, workbook], { stdio: 'ignore' })
  return status === 0 ? performance.now() - begun : null
}

const inMs = (time: number): string => `${time.toFixed(1).padStart(7)} ms`

function line(what: string, { median, best, worst }: Times, limit: string): void {
  const times = [`中位 ${inMs(median)}`, `最快 ${inMs(best)}`, `最慢 ${inMs(worst)}`]
  say([what.padEnd(20, '　'), ...times, limit].join('　'))
}

try {
  say(`评分：每个部门 ${INDICATORS} 项指标，精确计算；${os.cpus()[0]?.model ?? ''}，Node.js ${process.version}`)
  const thousand = Array.from({ length: 1_000 }, (_, department) => evaluationOf(department))
  const complete = scoreAll(thousand)
  line(
    '1,000 个部门计分并汇总',
    timed(101, () => scoreAll(thousand)),
    `目标 ≤ 10 ms；${complete} 个计出总分`,
  )
  line(
    '读取这 1,000 个部门的单元格',
    timed(5, () => {
      for (let department = 0; department < 1_000; department++) evaluationOf(department)
    }),
    '另计',
  )
  const many = Array.from({ length: 20_000 }, (_, department) => evaluationOf(department))
  line(
    '20,000 个部门计分并汇总',
    timed(11, () => scoreAll(many)),
    '目标 ≤ 250 ms',
  )
  const recalculated = inLibreOffice(1_000)
  say(
    recalculated === null
      ? '没有安装 LibreOffice（soffice），略去对照。'
      : `LibreOffice 重算同样 60,000 行的工作簿（含启动和转换）：${(recalculated / 1000).toFixed(2)} 秒`,
  )
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
