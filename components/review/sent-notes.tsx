import type { passForm } from '@/lib/forms/review'
import { fieldsOf } from '@/lib/forms/state/fields'
import { useWrittenNotes } from './review-drafts'

const field = fieldsOf<typeof passForm>()

/** The notes and replies that go with a form, as its fields. */
export const SentNotes = () =>
  useWrittenNotes().map(({ kind, at, text }) => (
    <span key={at} hidden>
      <input type="hidden" name={field(kind === 'reply' ? 'replyTo' : 'noteAt')} value={at} />
      <input type="hidden" name={field(kind === 'reply' ? 'replyText' : 'noteText')} value={text} />
    </span>
  ))
