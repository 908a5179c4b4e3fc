// What each page of the built program loads first, in kB as sent. A page above its measure is marked.
import path from 'node:path'
import { firstLoads, mostBytes } from '@/scripts/setup/first-load.mjs'

const row = (...cells: string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`)
const kB = (bytes: number) => (bytes / 1000).toFixed(1)

row('page', 'JavaScript kB gzip', 'at most')
row('---', '---', '---')
for (const { route, bytes } of firstLoads(path.join(process.cwd(), '.next'))) {
  const most = mostBytes(route)
  row(route, kB(bytes), `${kB(most)}${bytes > most ? ' ← above' : ''}`)
}
