import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { jsonOf, LARGEST_FILE } from '@/lib/exchange/document-file'
import type { DocumentError } from '@/lib/exchange/document-format'
import { evaluateDocument, jsonPieces } from '@/lib/exchange/evaluate'
import { documentErrorText, type PlainDocumentError } from '@/lib/messages/document-errors'

/**
 * `hengji evaluate FILE…`: one line of JSON per file, in the order given, and nothing else on standard output. Status 0
 * when every file was read, whatever was found in it; 2 when one could not be read, or none was named. With `--figures`
 * each line also lists every figure of the narrative, and whether it was confirmed, contradicted or not checked.
 */
export async function run(given: string[]): Promise<number> {
  const figures = given.includes('--figures')
  const files = given.filter((argument) => argument !== '--figures')
  if (files.length === 0) {
    process.stderr.write('用法：npm run -s hengji -- evaluate [--figures] 文件…\n')
    return 2
  }
  let status = 0
  for (const file of files) {
    const evaluated = await evaluateFile(file, figures)
    if (evaluated.ok) for (const piece of jsonPieces({ file, ...evaluated.line })) await write(piece)
    else {
      status = 2
      const { error } = evaluated
      await write(JSON.stringify({ file, error: { at: error.at, message: documentErrorText(error) } }))
    }
    await write('\n')
  }
  return status
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

type Evaluated = ReturnType<typeof evaluateDocument>

async function evaluateFile(file: string, figures: boolean): Promise<Evaluated> {
  try {
    const content = await contentOf(file)
    return content.ok ? evaluateDocument(content.json, { figures }) : content
  } catch {
    return { ok: false, error: { at: '', code: 'failed' } }
  }
}

async function contentOf(file: string): Promise<ReturnType<typeof jsonOf>> {
  const bytes = await bytesOf(file)
  return bytes instanceof Uint8Array ? jsonOf(bytes) : { ok: false, error: bytes }
}

/** The bytes of a file, or why there are none. Its size is asked before anything is read. */
async function bytesOf(file: string): Promise<Uint8Array | DocumentError> {
  const trouble = (code: PlainDocumentError): DocumentError => ({ at: '', code })
  try {
    // Asked by name, because opening a pipe would wait for somebody to write into it.
    const { size, isFile } = await kindOf(file)
    if (!isFile) return trouble('notAFile')
    if (size > LARGEST_FILE) return { at: '', code: 'tooLarge', facts: { size: (size / 1024 / 1024).toFixed(1) } }
    return await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') return trouble('notFound')
    return trouble(code === 'EISDIR' ? 'notAFile' : 'notReadable')
  }
}

async function kindOf(file: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(file)
  return { size: found.size, isFile: found.isFile() }
}
