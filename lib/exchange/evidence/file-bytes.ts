/** A file of which only what is asked for is read. `read` gives fewer bytes than asked for at the end of the file, and none behind it. */
export type FileBytes = { size: number; read: (from: number, length: number) => Promise<Uint8Array> }

const BLOCK = 256 * 1024
/** No longer than this is what is looked for. */
const OVERLAP = 256

/** Whether the text stands anywhere in the file, byte for byte as latin1; memory stays flat. */
export async function holds(file: FileBytes, text: RegExp): Promise<boolean> {
  for (let at = 0; at < file.size; at += BLOCK - OVERLAP) {
    const block = Buffer.from(await file.read(at, BLOCK)).toString('latin1')
    if (text.test(block)) return true
  }
  return false
}
