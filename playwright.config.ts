import { defineConfig } from '@playwright/test'

// `npm test -- e2e` finds the browser, free ports and empty data folders, then hands them over here.
const { HENGJI_TEST_BROWSER: browser, HENGJI_TEST_SERVERS: programs, HENGJI_TEST_REPORT: report } = process.env
if (!browser || !programs || !report) throw new Error('Run the browser tests with: npm test -- e2e')
const servers: { port: number; folder: string }[] = JSON.parse(programs)

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/test-results/e2e',
  // One database stands behind all stories of a worker (tests/support/browser-test.ts): they run one after another.
  workers: servers.length,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: report }]],
  use: {
    // What is not there within this time is not there; the story itself may take longer.
    actionTimeout: 30_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Recording slows down each step: it is for looking into a failure. A picture of where one happened is always kept.
    trace: process.env.HENGJI_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: JSON.parse(browser),
  },
  webServer: servers.map(({ port, folder }) => ({
    command: 'node scripts/start.mjs',
    env: { PORT: `${port}`, HENGJI_DATA_DIR: folder, HENGJI_DEMO: '1', DATABASE_URL: '', HENGJI_URL: '', HENGJI_LOG: 'warn' },
    url: `http://127.0.0.1:${port}/health`,
    reuseExistingServer: false,
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  })),
})
