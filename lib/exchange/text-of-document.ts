import { knownData } from '@/lib/domain/cells/data-names'
import { NARRATIVE_SECTIONS, runsOf } from '@/lib/domain/cells/narrative'
import type { TextPart, TextPiece } from '@/lib/domain/checks/form'
import type { EvaluationDocument } from './document-format'

/** Characters of text that are checked: some ten times the longest real report. */
const LONGEST_TEXT = 500_000

/** Without references to data: what they say comes from the data and cannot differ from it. */
const typed = (text: string): string =>
  runsOf(text, knownData)
    .map((run) => ('text' in run ? run.text : ''))
    .join('')

/** The texts of a document with their places: the report as one, or the product's sections one by one. */
export function textOfDocument(document: EvaluationDocument): TextPiece[] {
  const pieces: TextPiece[] = []
  let left = LONGEST_TEXT
  const add = (at: string, part: TextPart, text: string | undefined): void => {
    if (text === undefined || left <= 0 || !/\S/.test(text)) return
    pieces.push({ at, part, text: text.slice(0, left) })
    left -= text.length
  }
  add('/narrative', 'report', document.narrative)
  for (const part of NARRATIVE_SECTIONS)
    document.sections?.[part]?.forEach(({ text }, index) => {
      add(`/sections/${part}/${index}/text`, part, typed(text))
    })
  document.fundsManagement?.forEach(({ text, problem }, index) => {
    add(`/fundsManagement/${index}/text`, 'fundsManagement', text)
    add(`/fundsManagement/${index}/problem`, 'fundsManagement', problem)
  })
  document.goals?.forEach(({ text, completion }, index) => {
    add(`/goals/${index}/text`, 'goals', typed(text))
    add(`/goals/${index}/completion`, 'goals', typed(completion))
  })
  document.tasks?.forEach(({ subItems, completion }, index) => {
    for (const [name, blocks] of [
      ['subItems', subItems],
      ['completion', completion],
    ] as const)
      blocks.forEach(({ text }, i) => {
        add(`/tasks/${index}/${name}/${i}/text`, 'tasks', typed(text))
      })
  })
  document.problems?.forEach(({ text }, index) => {
    add(`/problems/${index}/text`, 'problems', typed(text))
  })
  document.measures?.forEach(({ text }, index) => {
    add(`/measures/${index}/text`, 'measures', typed(text))
  })
  return pieces
}
