'use client'
import { useState, useTransition } from 'react'
import { useFormState } from '@/components/evaluation/cells/cell-form-context'
import { SignInAgain } from '@/components/forms/answer-notice'
import { useDrawnFor } from '@/components/forms/drawn-for'
import { failureOf } from '@/components/forms/unanswered'
import { useRefresh } from '@/components/ui/use-refresh'
import type { RowAnswer, RowRefusal } from '@/lib/forms/saving/row-actions'
import { failureSentence } from '@/lib/forms/state/failed-send'

/**
 * Runs a change of notes and brings the page up to date; what is typed in it stays. Why a change was not made is said
 * until it is made, or until the form around it was saved: whatever stood in the way is gone by then.
 */
export function useRowAction() {
  const refresh = useRefresh()
  const drawnFor = useDrawnFor()
  const answers = useFormState((store) => store.form().answers)
  const [refused, setRefused] = useState<{ refusal: RowRefusal | null; answers: number }>({ refusal: null, answers })
  const [pending, start] = useTransition()
  const run = (work: (drawnFor: string) => Promise<RowAnswer>, then?: () => void) =>
    start(async () => {
      const answer = await work(drawnFor).catch((error: unknown): RowAnswer => ({ ok: false, message: failureSentence[failureOf(error)] }))
      setRefused({ refusal: answer.ok ? null : answer, answers })
      if (!answer.ok) return
      then?.()
      await refresh()
    })
  return { run, pending, refusal: refused.answers === answers ? refused.refusal : null }
}

/** Why a change was not made. */
export const ActionMessage = ({ refusal }: { refusal: RowRefusal | null }) => (
  <p role="status" className="text-sm text-danger">
    {refusal?.message}
    {refusal?.signedOut ? <SignInAgain /> : null}
  </p>
)
