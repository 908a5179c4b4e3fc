// From a key to what it paints, in a grid of many indicators, on a slowed browser: letters typed into a cell, and arrows from cell to
// cell. `npm run bench -- grid`, with `--rows 300 --slow 4 --keys 60` as the full form, and `--page funds` for another form.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import pg from 'pg'
import { freePort } from '@/scripts/setup/port.mjs'
import { browserLaunchOptions } from '@/tests/support/browser.mjs'
import { evaluationOn } from './measured/demo-pages'
import { newFolder, type Program, quantile, row, signIn, startProgram } from './measured/program'

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { rows: option, slow: option, keys: option, page: option } })
const rows = Number(values.rows ?? 300)
const slow = Number(values.slow ?? 4)
const keys = Number(values.keys ?? 60)
const part = values.page ?? 'indicators'

/** An evaluation with so many indicators. */
async function widen(folder: string, evaluation: string): Promise<void> {
  const known = JSON.parse(fs.readFileSync(path.join(folder, 'postgres/embedded.json'), 'utf8'))
  const client = new pg.Client({ connectionString: `postgresql://app:${known.password}@127.0.0.1:${known.port}/postgres` })
  await client.connect()
  await client.query(
    `INSERT INTO indicators (id, evaluation_id, line_id, position, dimension, "group", name, target, actual, max_score)
     SELECT 'bench' || n, $1, 'bench' || n, 1000 + n, '产出指标', '数量指标', '示例指标' || n, '≥' || n || '次', n || '次', 1
     FROM generate_series(1, $2::int - (SELECT count(*)::int FROM indicators WHERE evaluation_id = $1)) n`,
    [evaluation, rows],
  )
  await client.end()
}

/** What is pressed: digits into a cell, or down and up from row to row. */
const DIGITS = (key: number) => String(key % 10)
const ARROWS = (key: number) => (key % 20 < 10 ? 'ArrowDown' : 'ArrowUp')

/** Presses key after key in a box; the time of each from the key to the first moment after its paint, in ms. */
async function timesOf(page: Page, box: string, pressed: (key: number) => string): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - timeStamp)
          channel.port2.postMessage(null)
        })
      },
      true,
    )
  })
  await page.locator(box).first().focus()
  for (let key = 0; key < keys; key += 1) await page.keyboard.press(pressed(key), { delay: 40 })
  await page.waitForTimeout(500)
  return page.evaluate(() => (window as unknown as { times: number[] }).times)
}

/** Processor time of the page's main thread for a key, not slowed, in ms: what else the machine does is not in it. */
async function processorOfKey(page: Page, devtools: CDPSession, box: string, pressed: (key: number) => string): Promise<number> {
  const used = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.locator(box).first().focus()
  await page.keyboard.press(pressed(0))
  const before = await used()
  for (let key = 0; key < keys; key += 1) await page.keyboard.press(pressed(key), { delay: 40 })
  await page.waitForTimeout(300)
  return ((await used()) - before) / keys
}

async function measure(program: Program, folder: string): Promise<void> {
  const cookie = await signIn(program, 'demo-city-editor')
  const evaluation = await evaluationOn(program, '/', cookie)
  await widen(folder, evaluation)
  const browser = await chromium.launch(await browserLaunchOptions(path.join(process.cwd(), '.cache')))
  const context = await browser.newContext({ locale: 'zh-CN', extraHTTPHeaders: { Cookie: cookie } })
  row(`${rows} indicators, slowed ${slow} times`, 'keys', 'p50 ms', 'p95 ms', 'longest ms', 'processor ms a key, not slowed')
  row(...Array.from({ length: 6 }, () => '---'))
  const [name, actual] = ['name', 'actual'].map((column) => `[id="indicators/bench9/${column}"]`)
  const boxes: readonly (readonly [string, string, (key: number) => string])[] =
    part === 'indicators'
      ? [
          ['typing a name', name ?? '', DIGITS],
          ['typing an actual value', actual ?? '', DIGITS],
          ['arrows down and up', actual ?? '', ARROWS],
        ]
      : [['typing the first figure', 'main [inputmode="decimal"]', DIGITS]]
  for (const [shown, box, pressed] of boxes) {
    const page = await context.newPage()
    await page.goto(`${program.origin}/evaluations/${evaluation}/${part}`, { waitUntil: 'load' })
    await page.waitForTimeout(2_000)
    const devtools = await context.newCDPSession(page)
    const processor = await processorOfKey(page, devtools, box, pressed)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow })
    const times = await timesOf(page, box, pressed)
    row(shown, times.length, quantile(times, 0.5), quantile(times, 0.95), Math.max(...times), processor)
    await page.close()
  }
  await browser.close()
}

const folder = newFolder()
let program: Program | null = null
try {
  program = await startProgram(folder, await freePort())
  await measure(program, folder)
} finally {
  await program?.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
