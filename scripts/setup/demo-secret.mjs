import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The demo mode's own secret, made once and kept in the data folder, readable by its owner only. */
export function demoSecret(dataFolder) {
  const file = path.join(dataFolder, 'demo-secret')
  if (!fs.existsSync(file)) fs.writeFileSync(file, crypto.randomBytes(48).toString('base64url'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8')
}
