import type { FileContent } from '@/lib/data/files/stored-files'
import type { Decision } from '@/lib/domain/decision/decision'
import { value } from './people'

/** All bytes of a file that was given out. */
export async function contentOf(opened: Decision<FileContent> | null): Promise<Buffer> {
  if (opened === null) throw new Error('nothing was given out')
  return Buffer.from(await new Response(value(opened).stream).arrayBuffer())
}
