'use server'
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { drawnForSame } from '@/app/acting'
import { clientAddress } from '@/lib/auth/client-address'
import { hashPassword, verifyPassword } from '@/lib/auth/passwords'
import { keepSessionToken, readDevice } from '@/lib/auth/session-token'
import { findSignedIn } from '@/lib/auth/viewer'
import { changeOwnPassword, findOwnPasswordHash } from '@/lib/data/people/own-password'
import { bookTry } from '@/lib/data/people/sign-in'
import { checkPassword } from '@/lib/domain/people/password'
import { ownPasswordForm } from '@/lib/forms/administration/password'
import { DRAWN_FOR } from '@/lib/forms/saving/drawn-for'
import { refused, saved, signedOut } from '@/lib/forms/saving/form-answers'
import type { FormState } from '@/lib/forms/state/form-state'
import { parseForm } from '@/lib/forms/state/parse-form'
import type { Done } from '@/lib/messages/done'

/** 修改本人密码 */
export async function changePassword(_previous: FormState, formData: FormData): Promise<FormState> {
  // Not by `formAction`: whoever must change a password set by the administrator is no viewer yet.
  const account = await findSignedIn()
  if (account === null) return signedOut(formData)
  const { viewer, loginName } = account

  const same = drawnForSame(viewer, formData.get(DRAWN_FOR))
  if (!same.ok) return refused(same.refusal, formData)

  const form = parseForm(ownPasswordForm, formData)
  if (!form.ok) return form.state
  const { currentPassword, newPassword } = form.value

  const chosen = checkPassword(newPassword, loginName)
  if (!chosen.ok) return refused(chosen.refusal, formData, 'newPassword')
  if (newPassword === currentPassword) return refused('password-unchanged', formData, 'newPassword')

  const caller = { address: clientAddress(Object.fromEntries(await headers())), device: await readDevice() }
  const booked = await bookTry(loginName, caller, new Date())
  if (!booked.ok) return refused(booked.refusal, formData)
  const seenHash = await findOwnPasswordHash(viewer)
  if (!(await verifyPassword(seenHash, currentPassword))) return refused('password-wrong', formData, 'currentPassword')

  const changed = await changeOwnPassword(viewer, { seenHash, passwordHash: await hashPassword(newPassword) })
  if (!changed.ok) return refused(changed.refusal, formData, 'currentPassword')

  await keepSessionToken(changed.value)
  revalidatePath('/', 'layout')
  // Whoever had to change it first goes on to what they came for.
  if (account.mustChangePassword) redirect(`/?done=${'passwordChanged' satisfies Done}`)
  return saved('密码已修改。您在其他设备上的登录已全部失效。')
}
