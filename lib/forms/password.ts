import { z } from 'zod'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/domain/people/password'
import { refusalSentence } from '@/lib/messages/refusals'

const sentence = (code: string) =>
  refusalSentence({ code, facts: { shortest: String(SHORTEST_PASSWORD), longest: String(LONGEST_PASSWORD) } })

/** A password that is being chosen, to the length; whether it is too simple is decided with the login name at hand. */
const newPassword = z
  .string({ error: sentence('password-too-short') })
  .min(SHORTEST_PASSWORD, sentence('password-too-short'))
  .max(LONGEST_PASSWORD, sentence('password-too-long'))

/** One's own password: the present one, and the new one twice. */
export const ownPasswordForm = z
  .object({
    currentPassword: z.string({ error: '请填写当前密码。' }).min(1, '请填写当前密码。').max(1000, sentence('password-too-long')),
    newPassword,
    repeatedPassword: z.string({ error: '请再次填写新密码。' }),
  })
  .refine(({ newPassword, repeatedPassword }) => newPassword === repeatedPassword, {
    path: ['repeatedPassword'],
    error: sentence('password-not-repeated'),
  })
