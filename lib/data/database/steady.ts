import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'

const MARK = '/* steady */'

/**
 * Begins a statement that nearly every page or change asks, and whose plan is the same whatever it is asked for: each connection
 * plans it once. Lists, whose best plan hangs on what is looked for, are planned anew each time.
 */
export const STEADY = Prisma.raw(MARK)

const names = new Map<string, string>()

/** What the database calls a steady statement; nothing for any other. One text has one name for as long as the program runs. */
export function statementName({ sql }: { sql: string }): string {
  if (!sql.startsWith(MARK)) return ''
  const name = names.get(sql) ?? `steady${names.size}`
  names.set(sql, name)
  return name
}
