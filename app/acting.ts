import 'server-only'
import type { z } from 'zod'
import { findViewer } from '@/lib/auth/viewer'
import type { Viewer } from '@/lib/domain/permissions'
import { type FormState, parseForm, signedOut } from '@/lib/forms/form-state'
import { ROW_SIGNED_OUT, type RowAnswer } from '@/lib/forms/row-actions'

/**
 * The first step of every server action, who: hands the viewer on to `work`, or answers that the sign-in has ended. It
 * never leads to the sign-in page by itself: the page would be left with everything that was typed in it.
 */
export const acting =
  <Sent extends readonly unknown[], Answer>(
    work: (viewer: Viewer, ...sent: Sent) => Promise<Answer>,
    whenSignedOut: (...sent: NoInfer<Sent>) => NoInfer<Answer>,
  ) =>
  async (...sent: Sent): Promise<Answer> => {
    const viewer = await findViewer()
    return viewer === null ? whenSignedOut(...sent) : work(viewer, ...sent)
  }

/** An action of a form: who, and what was typed; `work` goes on from there. */
export const formAction = <T>(schema: z.ZodType<T>, work: (viewer: Viewer, value: T, formData: FormData) => Promise<FormState>) =>
  acting(
    async (viewer: Viewer, _previous: FormState, formData: FormData): Promise<FormState> => {
      const form = parseForm(schema, formData)
      return form.ok ? work(viewer, form.value, formData) : form.state
    },
    (_previous, formData) => signedOut(formData),
  )

/** An action of a button that sends no form: of a row, or of a note. */
export const rowAction = <Sent extends readonly unknown[]>(work: (viewer: Viewer, ...sent: Sent) => Promise<RowAnswer>) =>
  acting(work, () => ROW_SIGNED_OUT)
