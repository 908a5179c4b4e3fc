import { isAddress, placeOf, rowOfPlace } from '@/lib/domain/cells/addresses'
import { columnsOf, type ListName } from '@/lib/domain/cells/cells'
import { NARRATIVE_SECTIONS, type NarrativeBlock, type NarrativeSection } from '@/lib/domain/cells/narrative'
import type { DraftKind } from '@/lib/domain/review/notes'
import { writeCellValue } from './cell-value'
import type { Evaluation } from './evaluation'
import { cellOf } from './evaluation-cells'
import { cellOfRow } from './row-cells'

/** The parts of an evaluation that are filled in, in the order of the founding report; each has its form. */
export const ENTRY_SECTIONS = ['duties', 'funds', 'goals', 'tasks', 'indicators', 'projects', 'analysis', 'problems', 'cover'] as const
export type EntrySection = (typeof ENTRY_SECTIONS)[number]

/** 项目支出绩效自评表 asks for less: what a project cost, should reach and reached. */
const PROJECT_SECTIONS: readonly EntrySection[] = ['funds', 'goals', 'indicators', 'problems', 'cover']

/** Form B tells besides how it was carried out and what is concluded. */
const PROJECT_SECTIONS_B: readonly EntrySection[] = ['funds', 'goals', 'indicators', 'analysis', 'problems', 'cover']

/** Whether it is a project's evaluation in form B. */
export const isFormB = ({ kind, scheme }: Pick<Evaluation, 'kind' | 'scheme'>): boolean => kind === 'project' && scheme.form === 'B'

/** The parts that an evaluation of the kind has; of a project, by its form. */
export function sectionsOf(evaluation: Pick<Evaluation, 'kind' | 'scheme'>): readonly EntrySection[] {
  if (evaluation.kind === 'department') return ENTRY_SECTIONS
  return isFormB(evaluation) ? PROJECT_SECTIONS_B : PROJECT_SECTIONS
}

/** In which form a section of the report's text is filled in. */
export const FORM_OF_TEXT: Readonly<Record<NarrativeSection, EntrySection>> = {
  duties: 'duties',
  income: 'funds',
  deviation: 'funds',
  fundsManagement: 'funds',
  implementation: 'analysis',
  conclusion: 'analysis',
  composition: 'analysis',
  deductions: 'analysis',
  taskOverview: 'analysis',
  achievements: 'analysis',
}

/** In which form the rows of a list are filled in; a block of text where its section or its task is. */
const FORM_OF_LIST: Readonly<Record<Exclude<ListName, 'narrative'>, EntrySection>> = {
  goals: 'goals',
  tasks: 'tasks',
  indicators: 'indicators',
  problems: 'problems',
  measures: 'problems',
}

/** The form in which the cell, row or section `at` is filled in; null where there is no such place. */
export function sectionOf(evaluation: Pick<Evaluation, 'narrative' | 'tasks'>, at: string): EntrySection | null {
  const place = placeOf(at)
  if (place.kind === 'name') return sectionNamed(place.name)
  const row = rowOfPlace(place)
  if (row === null) return place.kind === 'cell' && place.address.part === 'cover' ? 'cover' : 'funds'
  return row.list === 'narrative' ? sectionOfBlock(evaluation, row.row) : FORM_OF_LIST[row.list]
}

function sectionNamed(name: string): EntrySection | null {
  if (name === 'measures') return FORM_OF_LIST.measures
  const text = NARRATIVE_SECTIONS.find((section) => section === name)
  return text === undefined ? (ENTRY_SECTIONS.find((section) => section === name) ?? null) : FORM_OF_TEXT[text]
}

type Texts = Pick<Evaluation, 'narrative' | 'tasks'>

/** The forms of an evaluation's blocks of text, by their ids, for as long as it is held: a page asks for each of its cells. */
const known = new WeakMap<Texts, ReadonlyMap<string, EntrySection>>()

function sectionOfBlock(texts: Texts, row: string): EntrySection | null {
  const forms = known.get(texts) ?? formsOfBlocks(texts)
  known.set(texts, forms)
  return forms.get(row) ?? null
}

const formsOfBlocks = ({ narrative, tasks }: Texts): ReadonlyMap<string, EntrySection> =>
  new Map([
    ...NARRATIVE_SECTIONS.flatMap((name) => narrative[name].map(({ id }): [string, EntrySection] => [id, FORM_OF_TEXT[name]])),
    ...tasks.flatMap(({ subItems, completion }) => [
      ...subItems.map(({ id }): [string, EntrySection] => [id, 'tasks']),
      ...completion.map(({ id }): [string, EntrySection] => [id, 'analysis']),
    ]),
  ])

/** Whether anything stands in a form. */
export const isBegun = (evaluation: Evaluation, section: EntrySection): boolean => BEGUN[section](evaluation)

const someRow = (list: ListName, rows: readonly object[]): boolean =>
  rows.some((row) => columnsOf(list).some((column) => writeCellValue(cellOfRow(row, column)) !== ''))
const someText = (...blocks: readonly (readonly NarrativeBlock[])[]): boolean => blocks.some((all) => someRow('narrative', all))

const BEGUN: Readonly<Record<EntrySection, (evaluation: Evaluation) => boolean>> = {
  duties: ({ narrative }) => someText(narrative.duties),
  funds: ({ figures, narrative }) =>
    Object.keys(figures).length > 0 || someText(narrative.income, narrative.deviation, narrative.fundsManagement),
  goals: ({ goals }) => someRow('goals', goals),
  tasks: ({ tasks }) => someRow('tasks', tasks) || someText(...tasks.map(({ subItems }) => subItems)),
  indicators: ({ indicators }) => someRow('indicators', indicators),
  projects: ({ projects }) => projects.length > 0,
  analysis: ({ narrative: { implementation, conclusion, composition, deductions, taskOverview, achievements }, tasks }) =>
    someText(implementation, conclusion, composition, deductions, taskOverview, achievements, ...tasks.map(({ completion }) => completion)),
  problems: ({ problems, measures }) => someRow('problems', problems) || someRow('measures', measures),
  cover: ({ cover }) => Object.values(cover).some((text) => text !== ''),
}

export type SectionState = 'empty' | 'filling' | 'wrong' | 'doubtful' | 'done'

/**
 * How far a form is: `empty` nothing typed, `wrong` an error stands in it, `filling` a required place is still open,
 * `doubtful` a warning has to be explained, `done` otherwise. What is not filled in yet is no error.
 */
export function sectionState(typed: boolean, open: readonly { unfilled: boolean; severity: 'error' | 'warning' | 'info' }[]): SectionState {
  if (!typed) return 'empty'
  if (open.some(({ unfilled, severity }) => !unfilled && severity === 'error')) return 'wrong'
  if (open.some(({ unfilled }) => unfilled)) return 'filling'
  return open.length > 0 ? 'doubtful' : 'done'
}

/**
 * Whether what somebody is writing may belong there: a note at its cell or form, an answer at its warning, a reply at some note, a reason or
 * an opinion at no place, so that there is one of each.
 */
export function isDraftPlace(evaluation: Evaluation, kind: DraftKind, place: string): boolean {
  if (kind === 'note') return isNotePlace(evaluation, place)
  if (kind === 'explanation') return /^[A-Z]\d\d\/./.test(place)
  return (place === '') === (kind !== 'reply')
}

/** Whether a review note may stand there: at a form as a whole, or at a cell of the evaluation. */
export const isNotePlace = (evaluation: Evaluation, at: string): boolean =>
  ENTRY_SECTIONS.some((section) => section === at) || (isAddress(at) && cellOf(evaluation, at) !== null)
