import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { type Account, findAccount } from '@/lib/data/people/sessions'
import type { Viewer } from '@/lib/domain/people/permissions'
import { clientAddress } from './client-address'
import { loginPath, PATH_HEADER } from './local-path'
import { readSessionToken } from './session-token'
import { isDemoMode } from './settings'

/**
 * The signed-in account, read from the database once per request; null when nobody is signed in. Demo accounts
 * are nobody outside demo mode. An account that must first change its password is one, but no viewer yet.
 */
export const findSignedIn = cache(async (): Promise<Account | null> => {
  const token = await readSessionToken()
  const account = token && (await findAccount(token))
  if (!account || (account.demo && !isDemoMode())) return null
  const address = clientAddress(Object.fromEntries(await headers()))
  return { ...account, viewer: { ...account.viewer, address } }
})

/** Who is asking; null when nobody is signed in, or a password set by the administrator has not been changed yet. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const account = await findSignedIn()
  return account && !account.mustChangePassword ? account.viewer : null
})

/** Who is asking. Leads to the sign-in page where nobody is, and to the password page where it must be changed first. */
export async function requireViewer(): Promise<Viewer> {
  const { viewer, mustChangePassword } = await requireAccount()
  if (mustChangePassword) redirect('/account')
  return viewer
}

/** The signed-in account, also while its password must be changed: for the page where that is done. */
export async function requireAccount(): Promise<Account> {
  const account = await findSignedIn()
  if (account) return account
  const ended = (await readSessionToken()) !== null
  redirect(loginPath((await headers()).get(PATH_HEADER), ended))
}
