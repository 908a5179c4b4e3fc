import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'vitest'

/**
 * Tests of what is kept beside the repository and not everybody has: where it is missing they count as left out, and the
 * output says what was not tried. The project's own fixtures hold examples of the same kinds.
 */
export function describeBeside(folder: string, what: string, tests: (folder: string) => void): void {
  const found = path.resolve('..', folder)
  if (fs.existsSync(found)) {
    describe(what, () => tests(found))
    return
  }
  process.stderr.write(`略过：未找到 ../${folder}，没有用它检验“${what}”。\n`)
  test.skip(`${what}: there is no ../${folder}`, () => {})
}
