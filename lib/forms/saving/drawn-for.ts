/**
 * For whom a page was drawn, as it says so with everything it sends. The sign-in belongs to the browser, not to the tab:
 * somebody else may have signed in beside a page that still holds what the first one typed. It grants nothing; what is sent
 * only ever leads to a refusal.
 */
export type DrawnFor = { userId: string; name: string }

/** The field of a form that holds it. */
export const DRAWN_FOR = 'drawnFor'

/** As it is sent: the name comes along to be said again, so that nobody can ask for the names of others. */
export const drawnForText = ({ userId, name }: DrawnFor): string => `${userId} ${name}`

const LONGEST_NAME = 60

/** Null where it is nothing that a page sends. */
export function readDrawnFor(sent: unknown): DrawnFor | null {
  const [, userId, name] = typeof sent === 'string' ? (/^(\S{1,40}) (.+)$/.exec(sent) ?? []) : []
  return userId === undefined || name === undefined ? null : { userId, name: name.slice(0, LONGEST_NAME) }
}
