import type { Decision } from '@/lib/domain/decision/decision'

/** The value of a command that must not be refused here; throws with its refusal otherwise. */
export function settled<T>(decision: Decision<T>, what: string): T {
  if (decision.ok) return decision.value
  throw new Error(`${what}: ${decision.refusal.code} ${JSON.stringify(decision.refusal.facts ?? {})}`)
}
