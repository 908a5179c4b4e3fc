// What `npm test` consists of. Each part gives how many tests passed, failed and were left out, as its runner reports them, and
// what failed by name (`failures`): the counts stand at the end of a long output, and what they are about stands beside them.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build } from './build.mjs'
import { cacheFolder, home } from './folders.mjs'
import { freePort } from './port.mjs'
import { runNode } from './run.mjs'

export const resultsFolder = path.join(cacheFolder, 'test-results')

const passed = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: [] })

const readReport = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null)

const tool = (program, args) => async () => passed((await runNode(program, args)) === 0)

const failure = (file, name, message) => ({
  test: `${path.relative(home, file)}${name === '' ? '' : ` › ${name}`}`,
  message: firstLines(message),
})

const firstLines = (message) =>
  stripVTControlCharacters(message ?? '')
    .trim()
    .split('\n')
    .slice(0, 6)
    .join('\n')

/** A file that does not even load has no tests of its own to fail: it counts as one. */
function vitestCounts(report, status) {
  if (!report) return passed(false)
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = report.numFailedTests + unloaded.length
  return {
    passed: report.numPassedTests,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...unloaded.map((file) => failure(file.name, '', file.message)),
      ...report.testResults.flatMap((file) =>
        file.assertionResults
          .filter((test) => test.status === 'failed')
          .map((test) => failure(file.name, test.fullName, test.failureMessages[0])),
      ),
    ],
  }
}

const vitest =
  (...projects) =>
  async (args) => {
    const report = path.join(resultsFolder, `${projects[0]}.json`)
    const status = await runNode('node_modules/vitest/vitest.mjs', [
      ...['run', ...projects.flatMap((project) => ['--project', project])],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...args,
    ])
    return vitestCounts(readReport(report), status)
  }

/** The stories below a suite of the browser's report that failed, whatever depth they stand at. */
const failedStories = (suite, names = []) => [
  ...(suite.suites ?? []).flatMap((inner) => failedStories(inner, [...names, inner.title])),
  ...(suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map((spec) => ({
      test: [...names, spec.title].join(' › '),
      message: firstLines(spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error.message),
    })),
]

async function buildProgram() {
  await build()
  return passed(true)
}

/** Cores that a browser takes with its program: with fewer, two at a time are slower than one after the other. */
const CORES_OF_A_BROWSER = 4

/** A program of its own for each browser that works at a time: stories beside each other do not meet each other's data. */
const ownServers = (folder) =>
  Promise.all(
    ['first', 'second']
      .slice(0, Math.max(1, Math.floor(os.availableParallelism() / CORES_OF_A_BROWSER)))
      .map(async (name) => ({ port: await freePort(), folder: path.join(folder, name) })),
  )

async function playwright(args) {
  const { browserLaunchOptions } = await import('../../tests/support/browser.mjs')
  const report = path.join(resultsFolder, 'e2e.json')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-e2e-'))
  fs.chmodSync(folder, 0o755)
  try {
    const status = await runNode('node_modules/@playwright/test/cli.js', ['test', ...args], {
      environment: {
        HENGJI_TEST_BROWSER: JSON.stringify(await browserLaunchOptions(cacheFolder)),
        HENGJI_TEST_SERVERS: JSON.stringify(await ownServers(folder)),
        HENGJI_TEST_REPORT: report,
      },
    })
    const stats = readReport(report)?.stats
    if (!stats) return passed(false)
    const failed = stats.unexpected + stats.flaky
    return {
      passed: stats.expected,
      failed: status !== 0 && failed === 0 ? 1 : failed,
      skipped: stats.skipped,
      failures: failedStories(readReport(report)),
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** In the order in which they run: what fails fastest comes first. `groups` are what `npm test -- <group>` names. */
export const parts = [
  { groups: ['check'], name: '类型', run: tool('node_modules/typescript/bin/tsc', ['--noEmit']) },
  { groups: ['check'], name: '规范与边界', run: tool('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']) },
  { groups: ['check'], name: '未使用代码', run: tool('node_modules/knip/bin/knip.js', []) },
  { groups: ['unit'], name: '单元测试', run: vitest('unit') },
  { groups: ['data'], name: '数据库测试', run: vitest('database', 'requests') },
  { groups: ['platform', 'e2e'], name: '构建', run: buildProgram },
  { groups: ['platform'], name: '脚本测试', run: vitest('platform') },
  { groups: ['e2e'], name: '浏览器测试', run: playwright },
]

export const groups = [...new Set(parts.flatMap((part) => part.groups))]
