// What is known of an embedded database beside its files, in embedded.json. All of it can be made anew.
import fs from 'node:fs'
import path from 'node:path'
import { keepFile } from '../keep-file.mjs'

const fileIn = (root) => path.join(root, 'embedded.json')

const parsed = (text) => {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

/**
 * The password and port of the database in `root`, and the number space (see process-state) in which its server was started.
 * Each is `null` where the file is missing, damaged or does not say.
 */
export function recall(root) {
  const { password, port, space } = parsed(readOrEmpty(fileIn(root)))
  return {
    password: typeof password === 'string' && /^\w+$/.test(password) ? password : null,
    // Lower ones are kept for root, which the server does not run as.
    port: Number.isInteger(port) && port > 1023 && port < 65536 ? port : null,
    space: typeof space === 'string' ? space : null,
  }
}

export const remember = (root, known) => keepFile(fileIn(root), JSON.stringify(known), 0o600)

const readOrEmpty = (file) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
