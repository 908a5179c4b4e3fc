import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { say } from './terminal.mjs'
import { sentenceFor } from './trouble.mjs'

/** Says in a sentence why it ends, and ends with status 1. Of a bug the stack is kept in a file, for whoever mends it. */
export function fail(error) {
  say(`\n✗ ${sentenceFor(error) ?? unforeseen(error)}`)
  process.exitCode = 1
}

function unforeseen(error) {
  const [reason] = String(error?.message ?? error).split('\n')
  const file = path.join(os.tmpdir(), `hengji-error-${process.pid}.log`)
  try {
    fs.writeFileSync(file, `${new Date().toISOString()}\n${error?.stack ?? error}\n`)
    return `没有完成：${reason}。请重试；仍不成功时，请把 ${file} 交给维护人员。`
  } catch {
    return `没有完成：${reason}。请重试；仍不成功时，请把这句话交给维护人员。`
  }
}
