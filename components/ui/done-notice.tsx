import { type Query, queryText } from '@/lib/forms/query'
import { doneSentence } from '@/lib/messages/done'
import { Notice } from './notice'

/** Says at the head of a page what has just been done, where the form that did it is no longer there. */
export function DoneNotice({ query }: { query: Query }) {
  const sentence = doneSentence(queryText(query, 'done'))
  return sentence === null ? null : <Notice live tone="success" title={sentence} className="mb-4" />
}
