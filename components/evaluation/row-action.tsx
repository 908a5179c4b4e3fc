'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { SignInAgain } from '@/components/forms/answer-notice'
import { useDrawnFor } from '@/components/forms/drawn-for'
import { failureOf } from '@/components/forms/sending'
import { failureSentence } from '@/lib/forms/failed-send'
import type { RowAnswer, RowRefusal } from '@/lib/forms/row-actions'

/** Runs a change of rows or notes and brings the page up to date; what is typed in it stays. */
export function useRowAction() {
  const router = useRouter()
  const drawnFor = useDrawnFor()
  const [refusal, setRefusal] = useState<RowRefusal | null>(null)
  const [pending, start] = useTransition()
  const run = (work: (drawnFor: string) => Promise<RowAnswer>, then?: () => void) =>
    start(async () => {
      const answer = await work(drawnFor).catch((error: unknown): RowAnswer => ({ ok: false, message: failureSentence[failureOf(error)] }))
      setRefusal(answer.ok ? null : answer)
      if (!answer.ok) return
      router.refresh()
      then?.()
    })
  return { run, pending, refusal }
}

/** Why a change was not made. */
export const ActionMessage = ({ refusal }: { refusal: RowRefusal | null }) => (
  <p role="status" className="text-sm text-danger">
    {refusal?.message}
    {refusal?.signedOut ? <SignInAgain /> : null}
  </p>
)
