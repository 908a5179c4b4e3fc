import 'server-only'
import type { z } from 'zod'
import { findViewer } from '@/lib/auth/viewer'
import { beginAction } from '@/lib/data/database/request'
import { accepted, type Decision, type Refusal, refused as refusing } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { DRAWN_FOR, readDrawnFor } from '@/lib/forms/saving/drawn-for'
import { ROW_SIGNED_OUT, refused, rowRefused, signedOut } from '@/lib/forms/saving/form-answers'
import type { RowAnswer } from '@/lib/forms/saving/row-actions'
import type { FormState } from '@/lib/forms/state/form-state'
import { parseForm } from '@/lib/forms/state/parse-form'

/**
 * The first step of every server action, who: the viewer, where the page was drawn for the same person. Refused:
 * `signed-out`, `other-account` (somebody else has signed in since; nothing may be done in their name that they have not
 * typed), `page-outdated` (what was sent does not say for whom). An action never leads to the sign-in page by itself: the
 * page would be left with everything that was typed in it.
 */
async function whoActs(drawnFor: unknown): Promise<Decision<Viewer>> {
  beginAction()
  const viewer = await findViewer()
  if (viewer === null) return refusing('signed-out')
  const same = drawnForSame(viewer, drawnFor)
  return same.ok ? accepted(viewer) : same
}

/** Whether what a page says of the person it was drawn for is this person. */
export function drawnForSame({ userId, name }: Pick<Viewer, 'userId' | 'name'>, sent: unknown): Decision<null> {
  const drawnFor = readDrawnFor(sent)
  if (drawnFor === null) return refusing('page-outdated')
  return drawnFor.userId === userId ? accepted(null) : refusing('other-account', { now: name, drawnFor: drawnFor.name })
}

/** An action that sends no form; for whom the page was drawn comes last, behind what it needs itself. */
export const acting =
  <Sent extends readonly unknown[], Answer>(
    work: (viewer: Viewer, ...sent: Sent) => Promise<Answer>,
    whenRefused: (refusal: Refusal) => NoInfer<Answer>,
  ) =>
  async (...sent: readonly [...Sent, drawnFor: string]): Promise<Answer> => {
    const who = await whoActs(sent.at(-1))
    return who.ok ? work(who.value, ...(sent.slice(0, -1) as unknown as Sent)) : whenRefused(who.refusal)
  }

/** An action of a form: who, and what was typed; `work` goes on from there. */
export const formAction =
  <T>(schema: z.ZodType<T>, work: (viewer: Viewer, value: T, formData: FormData) => Promise<FormState>) =>
  async (_previous: FormState, formData: FormData): Promise<FormState> => {
    // Anybody may send anything to an action.
    if (!(formData instanceof FormData)) return refused(refusing('page-outdated').refusal, new FormData())
    const who = await whoActs(formData.get(DRAWN_FOR))
    if (!who.ok) return who.refusal.code === 'signed-out' ? signedOut(formData) : refused(who.refusal, formData)
    const form = parseForm(schema, formData)
    return form.ok ? work(who.value, form.value, formData) : form.state
  }

/** An action of a button that sends no form: of a row, or of a note. */
export const rowAction = <Sent extends readonly unknown[]>(work: (viewer: Viewer, ...sent: Sent) => Promise<RowAnswer>) =>
  acting(work, (refusal): RowAnswer => (refusal.code === 'signed-out' ? ROW_SIGNED_OUT : rowRefused(refusal)))
