import { once } from 'node:events'
import { jsonOf } from '@/lib/exchange/document-file'
import { evaluateDocument, jsonPieces } from '@/lib/exchange/evaluate'
import { documentErrorText } from '@/lib/messages/document-errors'
import { bytesOf } from './file-bytes'

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
