// Scores of a year: 1,000 and 20,000 departments of 60 indicators each, scored and summed by the functions that the
// product calls, from cells already read; reading the cells is a second figure. Beside it LibreOffice, where installed,
// recalculating a workbook of the same rows.
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import type * as CellReadingModule from '@/lib/domain/cell-reading'
import type { Evaluation } from '@/lib/domain/evaluation'
import type { Indicator } from '@/lib/domain/indicator'
import type * as QuantitiesModule from '@/lib/domain/quantities'
import type * as ScoringModule from '@/lib/domain/scoring'
import { bundledScheme } from '@/lib/exchange/bundled-schemes'
import { home } from '@/scripts/setup/folders.mjs'
import { say } from '@/scripts/setup/terminal.mjs'

const INDICATORS = 60
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-bench-'))

/** The domain compiled as for production: run straight from its sources, each call would pay for the loader's wrappers. */
function compiledDomain() {
  const files = fs.readdirSync(path.join(home, 'lib/domain')).filter((file) => file.endsWith('.ts'))
  const options = ['--ignoreConfig', '--module', 'commonjs', '--moduleResolution', 'bundler', '--target', 'es2022', '--skipLibCheck', '--outDir', folder]
  const compiler = path.join(home, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [compiler, ...options, ...files.map((file) => path.join(home, 'lib/domain', file))], { stdio: 'inherit' })
  const load = createRequire(path.join(folder, 'bench.js'))
  return {
    ...(load('./cell-reading.js') as typeof CellReadingModule),
    ...(load('./quantities.js') as typeof QuantitiesModule),
    ...(load('./scoring.js') as typeof ScoringModule),
  }
}
