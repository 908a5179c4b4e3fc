import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { type SendFailure, failureOf as whyFailed } from '@/lib/forms/state/failed-send'

/** Why a send got no answer. */
export const failureOf = (error: unknown): SendFailure => whyFailed(error, unstable_isUnrecognizedActionError)

/** Goes on to where an action that was done leads, the framework's own way by an error, after `work`; returns where it was another error. */
export async function ifLed(error: unknown, work: () => Promise<unknown>): Promise<void> {
  try {
    unstable_rethrow(error)
  } catch (leading) {
    await work()
    throw leading
  }
}
