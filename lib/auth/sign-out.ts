import 'server-only'
import { headers } from 'next/headers'
import { endSession } from '@/lib/data/people/sessions'
import { clientAddress } from './client-address'
import { dropSessionToken, readSessionToken } from './session-token'

/** Ends the session of this browser, in the database first: from then on no copy of the token is worth anything. */
export async function endCurrentSession(): Promise<void> {
  const token = await readSessionToken()
  if (token) await endSession(token, clientAddress(Object.fromEntries(await headers())))
  await dropSessionToken()
}
