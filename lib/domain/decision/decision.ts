import type { PlainRefusal, Refusal, RefusalFacts } from './refusals'

export type { PlainRefusal, Refusal, RefusalCode, RefusalFacts } from './refusals'

/**
 * An expected refusal is a value, a bug is an exception. A `Refusal` is a code with the facts that its sentence needs;
 * `lib/messages/refusals.ts` says it in Chinese.
 */
export type Decision<T, R = Refusal> = { ok: true; value: T } | Refused<R>
export type Refused<R = Refusal> = { ok: false; refusal: R }

export const accepted = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export function refused(code: PlainRefusal): Refused
export function refused<Code extends keyof RefusalFacts>(code: Code, facts: RefusalFacts[Code]): Refused
export function refused(code: PlainRefusal | keyof RefusalFacts, facts?: RefusalFacts[keyof RefusalFacts]): Refused {
  return { ok: false, refusal: (facts ? { code, facts } : { code }) as Refusal }
}
