'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { SignInAgain } from '@/components/forms/answer-notice'
import { useDrawnFor } from '@/components/forms/drawn-for'
import type { RowAnswer, RowRefusal } from '@/lib/forms/row-actions'

const UNREACHABLE: RowRefusal = { ok: false, message: '未能连接服务器，请稍后再试。' }

/** Runs a change of rows or notes and brings the page up to date; what is typed in it stays. */
export function useRowAction() {
  const router = useRouter()
  const drawnFor = useDrawnFor()
  const [refusal, setRefusal] = useState<RowRefusal | null>(null)
  const [pending, start] = useTransition()
  const run = (work: (drawnFor: string) => Promise<RowAnswer>, then?: (answer: { id?: string }) => void) =>
    start(async () => {
      const answer = await work(drawnFor).catch((): RowAnswer => UNREACHABLE)
      setRefusal(answer.ok ? null : answer)
      if (!answer.ok) return
      router.refresh()
      then?.(answer)
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
