'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ReviewNote } from '@/lib/domain/review'
import { formatTime } from '@/lib/messages/dates'
import { markNoteResolved } from './actions'

type Props = { evaluationId: string; section: string; notes: readonly ReviewNote[]; mayResolve: boolean }

/** 退回意见 left for a whole part, and the way to mark them as dealt with. Notes at cells stand at their cells. */
export function SectionNotes({ evaluationId, section, notes, mayResolve }: Props) {
  const router = useRouter()
  const [message, setMessage] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const here = notes.filter(({ at }) => at === section)
  if (here.length === 0) return null
  const resolve = (id: string) =>
    start(async () => {
      const answer = await markNoteResolved(evaluationId, id)
      setMessage(answer.ok ? null : answer.message)
      if (answer.ok) router.refresh()
    })
  return (
    <Notice tone="error" title="退回意见" className="mb-4">
      <ul className="grid gap-2">
        {here.map(({ id, text, byName, atTime }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <span>
              {text}
              <span className="text-muted">
                （{byName} {formatTime(atTime)}）
              </span>
            </span>
            {mayResolve ? (
              <Button variant="quiet" disabled={pending} onClick={() => resolve(id)}>
                标记为已处理
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <p role="status" className="text-danger">
        {message}
      </p>
    </Notice>
  )
}
