import { readInThread } from '@/lib/exchange/read-in-thread'
import { documentErrorText } from '@/lib/messages/document-errors'
import { bytesOf } from './file-bytes'

const LIMITS = { longestMs: 60_000, mostMemoryMb: 512 }
/** Beside the bundled program, as in its source. */
const thread = new URL('./commands/file-thread.mjs', import.meta.url)

/**
 * `hengji read-report FILE`: prints the evaluation document that was read in a finished report, each cell with its place.
 * Status 2 where the file could not be read: the line is then `{"file", "error"}`, as `evaluate` writes it.
 */
export async function run(files: string[]): Promise<number> {
  const [file] = files
  if (file === undefined || files.length > 1) {
    process.stderr.write('用法：npm run -s hengji -- read-report 文件\n')
    return 2
  }
  const bytes = await bytesOf(file)
  const read = bytes instanceof Uint8Array ? await readInThread(thread, 'report', bytes, LIMITS) : { ok: false as const, error: bytes }
  if (read.ok) {
    process.stdout.write(`${JSON.stringify(read.document, null, 2)}\n`)
    return 0
  }
  process.stdout.write(`${JSON.stringify({ file, error: { at: read.error.at, message: documentErrorText(read.error) } })}\n`)
  return 2
}
