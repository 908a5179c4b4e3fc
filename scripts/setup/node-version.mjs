import { Refusal } from './terminal.mjs'

/** The oldest Node.js that the program runs on; package.json says the same under `engines`. */
const oldest = [20, 19]

/** Refuses a Node.js older than 20.19. `version` as in `process.versions.node`. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  throw new Refusal(`Node.js 版本过低：当前为 ${version}，需要 ${oldest.join('.')} 或更高版本。请从 https://nodejs.org 安装后重试。`)
}
