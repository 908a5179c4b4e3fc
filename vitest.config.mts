import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { prepareFonts } from './scripts/fonts.mjs'
import { fontFolder } from './scripts/setup/folders.mjs'

// vitest groups the failures that it shows with Map.groupBy, which Node.js 20 lacks: without it they would not be shown.
Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index++)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}

// `server-only` resolves to nothing under this condition, as it does for server components and for the scripts.
const conditions = ['react-server', 'module', 'node', 'development|production']

const shared = {
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  ssr: { resolve: { conditions, externalConditions: ['react-server', 'node'] } },
}

const tests = {
  environment: 'node' as const,
  execArgv: ['--conditions=react-server'],
  env: { HENGJI_FONT_CACHE: prepareFonts(fontFolder) },
}

/** A real PostgreSQL, started once a run, one cloned database per file. What hangs is told from what a loaded machine makes slow. */
const onDatabase = { ...tests, globalSetup: ['tests/support/database-server.ts'], testTimeout: 120_000, hookTimeout: 240_000 }

/**
 * unit: milliseconds, no database. database: the data layer. requests: pages and actions as people ask for them, with the
 * framework's own modules replaced. platform: the scripts themselves, which start processes and so take seconds.
 *
 * Files of a kind that replaces no modules share them: loading them anew for each took most of the time.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          ...tests,
          name: 'unit',
          include: ['tests/{domain,forms,grid,messages,exchange,report}/**/*.test.ts'],
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        ...shared,
        test: { ...onDatabase, name: 'database', include: ['tests/data/**/*.test.ts'], isolate: false },
      },
      { ...shared, test: { ...onDatabase, name: 'requests', include: ['tests/auth/**/*.test.ts'] } },
      {
        ...shared,
        test: { ...tests, name: 'platform', include: ['tests/platform/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
})
