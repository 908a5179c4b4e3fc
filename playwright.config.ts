import { defineConfig } from '@playwright/test'

// `npm test -- e2e` finds the browser and free ports and prepares empty data folders, then hands them over here.
const { HENGJI_TEST_BROWSER: browser, HENGJI_TEST_SERVERS: servers, HENGJI_TEST_REPORT: report } = process.env
if (!browser || !servers || !report) throw new Error('Run the browser tests with: npm test -- e2e')

const [first, second]: readonly { port: number; folder: string }[] = JSON.parse(servers)
if (!first || !second) throw new Error('Two servers are wanted')

/** Stories change what others would find: each half has a database of its own, within which it runs one file after the other. */
const halves = [
  { name: 'pages', server: first, testMatch: ['accessibility.spec.ts', 'print.spec.ts'] },
  { name: 'stories', server: second, testIgnore: ['accessibility.spec.ts', 'print.spec.ts'] },
]

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/test-results/e2e',
  workers: halves.length,
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
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: JSON.parse(browser),
  },
  projects: halves.map(({ server: { port, folder }, ...half }) => ({
    ...half,
    workers: 1,
    metadata: { folder },
    use: { baseURL: `http://127.0.0.1:${port}` },
  })),
  webServer: halves.map(({ name, server: { port, folder } }) => ({
    name,
    command: 'node scripts/start.mjs',
    env: { PORT: `${port}`, HENGJI_DATA_DIR: folder, HENGJI_DEMO: '1', DATABASE_URL: '', HENGJI_URL: '' },
    url: `http://127.0.0.1:${port}/health`,
    reuseExistingServer: false,
    timeout: 300_000,
    stdout: 'pipe' as const,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
  })),
})
