import type { Entry } from '@/app/evaluations/[id]/entry'
import { GeneratedTexts } from '@/app/evaluations/[id]/loaded-when-needed'
import type { GeneratedSection as Name } from '@/lib/domain/cells/narrative'
import { draftsFor } from '@/lib/report/passages/passages'

/** A section of the report that the data say of themselves, in the form where it may be edited or left out. */
export const GeneratedSection = ({ entry, section, noun }: { entry: Entry; section: Name; noun: string }) => (
  <GeneratedTexts
    ids={entry.evaluation.narrative[section].map((block) => block.id)}
    noun={noun}
    place={{ list: 'narrative', section }}
    drafts={draftsFor({ section }, entry)}
  />
)
