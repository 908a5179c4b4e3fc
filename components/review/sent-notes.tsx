import { fieldsOf } from '@/lib/forms/fields'
import type { passForm } from '@/lib/forms/review'
import { useWrittenNotes } from './review-drafts'

const field = fieldsOf<typeof passForm>()

/** The notes that go with a form, as its fields. */
export const SentNotes = () =>
  useWrittenNotes().map(({ at, text }) => (
    <span key={at} hidden>
      <input type="hidden" name={field('noteAt')} value={at} />
      <input type="hidden" name={field('noteText')} value={text} />
    </span>
  ))
