import { text } from 'node:stream/consumers'
import { makePassword } from '@/lib/auth/passwords'
import { checkPassword } from '@/lib/domain/people/password'
import { refusalSentence } from '@/lib/messages/refusals'

/** The password for an account: the first line of the standard input with `--stdin`, otherwise one made here and printed once. */
export async function newPassword(
  fromInput: boolean,
  loginName: string,
): Promise<{ ok: true; password: string } | { ok: false; sentence: string }> {
  if (!fromInput) return { ok: true, password: makePassword() }
  const line = (await text(process.stdin)).split(/\r?\n/)[0] ?? ''
  const checked = checkPassword(line, loginName)
  return checked.ok ? { ok: true, password: line } : { ok: false, sentence: refusalSentence(checked.refusal) }
}
