import { z } from 'zod'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/domain/people/password'
import { refusalSentence } from '@/lib/messages/refusals'

const tooShort = refusalSentence({ code: 'password-too-short', facts: { shortest: String(SHORTEST_PASSWORD) } })
const tooLong = refusalSentence({ code: 'password-too-long', facts: { longest: String(LONGEST_PASSWORD) } })

/** A password that is being chosen, to the length; whether it is too simple is decided with the login name at hand. */
const newPassword = z.string({ error: tooShort }).min(SHORTEST_PASSWORD, tooShort).max(LONGEST_PASSWORD, tooLong)

/** One's own password: the present one, and the new one twice. */
export const ownPasswordForm = z
  .object({
    currentPassword: z.string({ error: '请填写当前密码。' }).min(1, '请填写当前密码。').max(1000, tooLong),
    newPassword,
    repeatedPassword: z.string({ error: '请再次填写新密码。' }),
  })
  .refine(({ newPassword, repeatedPassword }) => newPassword === repeatedPassword, {
    path: ['repeatedPassword'],
    error: refusalSentence({ code: 'password-not-repeated' }),
  })
