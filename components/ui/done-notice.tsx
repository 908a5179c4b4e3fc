import type { ReactNode } from 'react'
import { type Query, queryText } from '@/lib/forms/query'
import { doneSentence } from '@/lib/messages/done'
import { Notice } from './notice'

/** Says at the head of a page what has just been done, where the form that did it is no longer there; `children` lead on from there. */
export function DoneNotice({ query, children }: { query: Query; children?: ReactNode }) {
  const sentence = doneSentence(queryText(query, 'done'))
  if (sentence === null) return null
  return (
    <Notice live tone="success" title={sentence} className="mb-4">
      {children}
    </Notice>
  )
}
