import { markerOf } from '@/lib/domain/intake/markers'
import { paperOfText } from '@/lib/domain/intake/paper-of-lines'
import type { Block } from '@/lib/domain/intake/pieces'
import { readPaper } from '@/lib/domain/intake/read-paper'
import { tasksOf } from '@/lib/domain/intake/tasks'
import { inChinese } from '@/lib/domain/reading/chinese-numerals'
import { sectionLabels } from '@/lib/messages/section-labels'
import type { PastedItem } from './pasted-items'
import { withPlainNumbers } from './plain-numbers'

/** A 重点工作任务 with the parts that were told under it. */
export type PastedTask = { name: string; subItems: PastedItem[] }

/**
 * Tasks that were pasted with their parts, as a report tells them: read as a report is. Null where none has a part, and where anything of
 * the text would be left out: then each line is one task.
 */
export function pastedTasks(pasted: string): PastedTask[] | null {
  const read = readPaper(paperOfText(`一、${sectionLabels.tasks}\n${numbered(withPlainNumbers(pasted))}`))
  const tasks = tasksOf(read).tasks.map(({ name, subItems }) => ({ name: name.text, subItems: subItems.map(itemOf) }))
  const [, ...lines] = read.texts
  const isWhole = tellsAll(
    lines.join('\n'),
    tasks.flatMap(({ name, subItems }) => [name, ...subItems.map(({ text }) => text)]),
  )
  return isWhole && tasks.some(({ subItems }) => subItems.length > 0) ? tasks : null
}

/** 任务一： and 重点任务2. before a name are its number. */
const NUMBERED = /^[ \t\u3000]*(?:年度)?(?:重点)?(?:工作)?任务[ \t]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[ \t]*[：:、.．][ \t]*/gm

/** The same text with such numbers as reports write them. */
function numbered(pasted: string): string {
  let place = 0
  return pasted.replace(NUMBERED, () => `（${inChinese(++place)}）`)
}

const itemOf = ({ mark, text }: Block): PastedItem => ({ text: text.text, mark: mark ?? '' })

/** Whether nothing stands between the parts of a text but what parts and numbers them. */
function tellsAll(text: string, parts: readonly string[]): boolean {
  let place = 0
  for (const part of parts) {
    const at = text.indexOf(part, place)
    if (at < 0 || !isBetween(text.slice(place, at), part)) return false
    place = at + part.length
  }
  return isBetween(text.slice(place), '')
}

function isBetween(stretch: string, next: string): boolean {
  const words = stretch.replace(/^[\s，。；：、,;:]+/, '')
  return words.trim() === '' || markerOf(`${words}${next}`)?.length === words.length
}
