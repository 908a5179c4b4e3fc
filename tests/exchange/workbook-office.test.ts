import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { withCell } from '@/lib/domain/evaluation/evaluation-cells'
import { readCellValue } from '@/lib/forms/cells/cells'
import { foundingCase } from '@/tests/support/founding-case'
import { bookOf, differing, readAs } from '@/tests/support/workbooks'

/** A workbook on its way through an office program: opened, twenty cells changed, written again. */

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})
if (office === undefined) process.stderr.write('略过：没有安装 LibreOffice，没有用它检验填报工作簿的往返。\n')

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-office-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

function convert(file: string, to: string): string {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const out = path.join(folder, to)
  execFileSync(office ?? '', ['--headless', profile, '--convert-to', to, '--outdir', out, file], { stdio: 'ignore', timeout: 120_000 })
  return path.join(out, `${path.basename(file, path.extname(file))}.${to}`)
}

const typed = (evaluation: Evaluation, at: AddressText, text: string): Evaluation => {
  const value = readCellValue(at, text)
  if (!value.ok) throw new Error(value.refusal.code)
  return withCell(evaluation, at, value.value)
}

test.skipIf(office === undefined)(
  'twenty cells changed by it are twenty differences, and nothing else is one',
  { timeout: 300_000 },
  async () => {
    const reasons = foundingCase().indicators.slice(0, 14)
    const evaluation = reasons.reduce(
      (now, { id }, index) => typed(now, `indicators/${id}/deviationReason`, `原因甲${index}`),
      foundingCase(),
    )
    const written = path.join(folder, 'book.xlsx')
    fs.writeFileSync(written, await bookOf(evaluation))
    const opened = convert(written, 'fods')
    const amounts = [
      ['8988.68', '9000.5'],
      ['9016.65', '9016.6'],
      ['7785.39', '7785'],
      ['1179.07', '1179.1'],
      ['2636.05', '2600'],
      ['58.47', '60.25'],
    ] as const
    let text = fs.readFileSync(opened, 'utf8')
    for (const [index] of reasons.entries()) text = text.replace(`<text:p>原因甲${index}</text:p>`, `<text:p>原因乙${index}</text:p>`)
    // Of two cells that hold a number, the computed one is computed again
    for (const [from, to] of amounts) text = text.replace(`office:value="${from}"`, `office:value="${to}"`)
    const changed = path.join(folder, 'changed.fods')
    fs.writeFileSync(changed, text)
    const bytes = fs.readFileSync(convert(changed, 'xlsx'))
    const { cells, added, gone } = await differing(bytes, evaluation)
    expect({ count: cells.length, states: [...new Set(cells.map(({ state }) => state))], added, gone }).toEqual({
      count: 20,
      states: ['changed'],
      added: [],
      gone: [],
    })
    expect(cells.find(({ address }) => address === 'funds/total/adjustedBudget')).toMatchObject({ text: '9000.5', place: '收支!E5' })
    expect((await readAs(bytes)).troubles).toEqual([])
  },
)
