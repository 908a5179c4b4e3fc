import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { keepFile } from '../keep-file.mjs'

/** The demo mode's own secret, kept in the data folder, readable by its owner only. Made where there is none, or a damaged one. */
export function demoSecret(dataFolder) {
  const file = path.join(dataFolder, 'demo-secret')
  const kept = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : ''
  if (/^[\w-]{64}$/.test(kept)) {
    if (fs.statSync(file).mode & 0o077) fs.chmodSync(file, 0o600)
    return kept
  }
  const secret = crypto.randomBytes(48).toString('base64url')
  keepFile(file, secret, 0o600)
  return secret
}
