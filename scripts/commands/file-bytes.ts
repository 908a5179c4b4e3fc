import { readFile, stat } from 'node:fs/promises'
import { LARGEST_FILE } from '@/lib/exchange/document-file'
import type { DocumentError } from '@/lib/exchange/document-format'
import type { PlainDocumentError } from '@/lib/messages/document-errors'

/** The bytes of a file, or why there are none. Its size is asked before anything is read. */
export async function bytesOf(file: string): Promise<Uint8Array | DocumentError> {
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
