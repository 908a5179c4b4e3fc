/**
 * An expected refusal is a value, a bug is an exception. `Refusal` is a code with the facts
 * that its sentence needs; `lib/messages/refusals.ts` says it in Chinese.
 */
export type Refusal = { code: string; facts?: Readonly<Record<string, string>> }
export type Decision<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const accepted = <T>(value: T): Decision<T> => ({ ok: true, value })
export const refused = (code: string, facts?: Readonly<Record<string, string>>): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: facts ? { code, facts } : { code },
})
