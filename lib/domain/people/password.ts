import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'

/** Lengths of a password, in characters. The upper limit keeps hashing from being made expensive on purpose. */
export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 200

const COMMON = [
  '1234567890',
  '0123456789',
  '0987654321',
  'qwertyuiop',
  'password123',
  'password1234',
  'abcdefghij',
  'administrator',
  'admin12345',
  'admin123456',
]

/**
 * Whether a password may be chosen: 10 to 200 characters, at least five different ones, none of the commonest,
 * and without the login name in it. Nothing is asked about kinds of characters: length is what counts.
 */
export function checkPassword(password: string, loginName: string): Decision<string> {
  if ([...password].length < SHORTEST_PASSWORD) return refused('password-too-short', { shortest: String(SHORTEST_PASSWORD) })
  if ([...password].length > LONGEST_PASSWORD) return refused('password-too-long', { longest: String(LONGEST_PASSWORD) })
  const lower = password.toLowerCase()
  if (loginName !== '' && lower.includes(loginName.toLowerCase()) && loginName.length >= 3) return refused('password-is-login-name')
  if (lower === loginName.toLowerCase()) return refused('password-is-login-name')
  return new Set(lower).size < 5 || COMMON.includes(lower) ? refused('password-too-simple') : accepted(password)
}
