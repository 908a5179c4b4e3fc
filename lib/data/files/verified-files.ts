import 'server-only'
import { database } from '@/lib/data/database/database'
import { filesInFolder } from './file-folder'
import { referenced, stateOf } from './stored-files'

/** What is wrong with a file. `unreferenced`: it is kept though nothing needs it any more; `stray`: it is in the folder alone. */
export type FileFault = {
  hash: string
  fault: 'missing' | 'altered' | 'unreadable' | 'unreferenced' | 'stray'
  /** Whose it is: the years and departments of the reports, or of the evaluations that it is 佐证材料 of, then with its name there. */
  of: { year: number; departmentName: string; evidence: string | null }[]
}

const BATCH = 200

/** Reads every file that is kept and compares it with its hash, then looks for files that nobody needs; memory stays flat. */
export async function verifyFiles(report: (fault: FileFault) => void): Promise<{ files: number }> {
  const isReferenced = await referenced(database())
  let files = 0
  for (let last = ''; ; ) {
    const rows = await database().$queryRaw<{ hash: string; used: boolean }[]>`
      SELECT hash, ${isReferenced} AS used FROM stored_files f WHERE hash > ${last} ORDER BY hash LIMIT ${BATCH}`
    for (const { hash, used } of rows) {
      const fault = used ? await faultOf(hash) : 'unreferenced'
      if (fault !== null) report({ hash, fault, of: used ? await ownersOf(hash) : [] })
    }
    files += rows.length
    const next = rows.at(-1)?.hash
    if (next === undefined) break
    last = next
  }
  for await (const found of filesInFolder()) {
    const rows = await database().storedFile.findMany({ where: { hash: { in: found.map(({ hash }) => hash) } }, select: { hash: true } })
    const known = new Set(rows.map(({ hash }) => hash))
    for (const { hash } of found) if (!known.has(hash)) report({ hash, fault: 'stray', of: [] })
  }
  return { files }
}

async function faultOf(hash: string): Promise<FileFault['fault'] | null> {
  const row = await database().storedFile.findUnique({ where: { hash }, select: { hash: true, size: true, bytes: true } })
  const state = row === null ? 'sound' : await stateOf(row)
  return state === 'sound' ? null : state
}

const EVALUATION = { select: { departmentName: true, round: { select: { year: true } } } }

async function ownersOf(hash: string): Promise<FileFault['of']> {
  const [reports, evidence] = await Promise.all([
    database().frozenReport.findMany({ where: { pdfHash: hash }, select: { evaluation: EVALUATION } }),
    database().evidence.findMany({ where: { fileHash: hash }, select: { name: true, evaluation: EVALUATION } }),
  ])
  return [...reports.map((report) => ({ ...report, name: null })), ...evidence].map(({ name, evaluation: { departmentName, round } }) => ({
    year: round.year,
    departmentName,
    evidence: name,
  }))
}
