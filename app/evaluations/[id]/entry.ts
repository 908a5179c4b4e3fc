import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { CellFindingText, CellNoteText } from '@/components/evaluation/cells/cell-form-context'
import { requireViewer } from '@/lib/auth/viewer'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import {
  actedAt,
  findCellRevisions,
  findEvaluation,
  findLastYear,
  findOpening,
  isChecked,
  listExplanations,
} from '@/lib/data/evaluation/evaluations'
import { listNotes } from '@/lib/data/review/notes'
import { listDrafts } from '@/lib/data/review/review-drafts'
import { type AddressText, parseAddress, placeOf } from '@/lib/domain/cells/addresses'
import { openFindings } from '@/lib/domain/checks/assessment'
import type { Finding } from '@/lib/domain/checks/findings'
import { progressOf } from '@/lib/domain/checks/progress'
import type { Refusal } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { addressesOf, cellOf } from '@/lib/domain/evaluation/evaluation-cells'
import { sameLine } from '@/lib/domain/evaluation/lines'
import { type EntrySection, sectionOf } from '@/lib/domain/evaluation/sections'
import { mayDo } from '@/lib/domain/review/review'
import { type Datum, referencesIn } from '@/lib/forms/cells/references'
import type { FormCell } from '@/lib/forms/saving/cell-view'
import { cellLabel } from '@/lib/messages/cell-labels'
import { rowNames, shownText } from '@/lib/messages/cell-texts'
import { findingSentence } from '@/lib/messages/findings'
import { stateLabel } from '@/lib/messages/labels'
import { refusalSentence } from '@/lib/messages/refusals'
import type { Assessed } from '@/lib/report/data-text'
import { draftsOfForm } from '@/lib/report/passages/passages'
import { referableData } from '@/lib/report/referable-data'
import { changedSinceReturn } from './since-return'

/** What the pages of one evaluation share in a request: who is asking, the evaluation, its assessment, what may be done. */
export const getEntry = cache(async (id: string) => {
  const viewer = await requireViewer()
  const evaluation = await findEvaluation(viewer, id)
  // The pages show self-evaluations only.
  if (evaluation === null || evaluation.stage !== 'selfEvaluation') notFound()
  const [explanations, notes, acted, asked, opening] = await Promise.all([
    listExplanations(viewer, id),
    listNotes(viewer, id),
    actedAt(viewer, id),
    isChecked(viewer, id),
    findOpening(viewer, id),
  ])
  const { score, findings } = await findAssessment(viewer, evaluation)
  const open = openFindings(findings, explanations)
  const entering = mayDo(viewer, evaluation, 'enter', acted)
  return {
    viewer,
    evaluation,
    score,
    findings,
    open,
    /** Whether 校验 was asked for: before that a form says what is missing, and nothing wrong. */
    asked,
    progress: progressOf(evaluation, open, asked),
    explanations,
    notes: notes.filter(({ past }) => !past),
    actedAt: acted,
    /** Who of the next node has opened what was handed in; null while nobody has. */
    opening,
    mayEnter: entering.ok,
    /** Why nothing can be filled in; null where it can. */
    locked: entering.ok ? null : lockedBecause(evaluation, entering.refusal),
  }
})

/** A locked form says whose it is to fill in, where the evaluation is, and how it could be opened again. */
const lockedBecause = ({ departmentName, status, node }: Evaluation, refusal: Refusal): string => {
  if (refusal.code === 'not-permitted') return `由${departmentName}的填报人填写，现为“${stateLabel(status, node)}”。`
  if (refusal.code !== 'locked') return refusalSentence(refusal)
  return `${stateLabel(status, node)}，表单已锁定${status === 'submitted' ? '，退回后才能修改' : ''}。`
}

export type Entry = Awaited<ReturnType<typeof getEntry>>

/** What the reader is writing, asked once for a page. */
const draftsOf = cache(listDrafts)

/** What the reader was writing in answer to the warnings, by `explanationPlace`. */
export async function explanationDrafts({ viewer, evaluation, findings, mayEnter }: Entry): Promise<ReadonlyMap<string, string>> {
  if (!mayEnter || !findings.some(({ severity }) => severity === 'warning')) return new Map()
  const drafts = await draftsOf(viewer, evaluation.id)
  return new Map(drafts.flatMap(({ kind, place, text }) => (kind === 'explanation' ? [[place, text]] : [])))
}

/** The cells of one form, with what stands beside them. `also` adds cells of another form that this one computes with. */
export async function formOf(
  { viewer, evaluation, score, notes, findings, open, asked }: Entry,
  section: EntrySection,
  also: readonly EntrySection[] = [],
) {
  const wanted = new Set<string>([section, ...also])
  // Last year's stands beside figures and indicators only
  const [revisions, lastYear, drafts, submitted] = await Promise.all([
    findCellRevisions(viewer, evaluation.id),
    wanted.has('funds') || wanted.has('indicators') ? findLastYear(viewer, evaluation) : null,
    notes.length === 0 ? [] : draftsOf(viewer, evaluation.id),
    changedSinceReturn(viewer, evaluation),
  ])
  const cells: Record<string, FormCell> = {}
  for (const address of addressesOf(evaluation)) {
    const place = sectionOf(evaluation, address)
    const value = place !== null && wanted.has(place) ? cellOf(evaluation, address) : null
    if (value === null) continue
    const before = lastYear === null ? '' : textBefore(address, evaluation, lastYear)
    const then = submitted.get(address)
    cells[address] = {
      text: shownText(value),
      seen: revisions[address]?.number ?? 0,
      label: cellLabel(address, evaluation),
      ...(before === '' ? {} : { lastYear: before }),
      ...(then === undefined ? {} : { submitted: then }),
    }
  }
  const notesAt = byPlace(
    notes,
    ({ at }) => at,
    ({ id, text, byName, atTime, state, resolvedBy, replies }): CellNoteText => ({
      id,
      text,
      byName,
      at: atTime,
      state,
      resolvedBy,
      replies: replies.map((reply) => ({ id: reply.id, text: reply.text, byName: reply.byName, at: reply.atTime })),
    }),
  )
  const shown = asked ? findings.filter((finding) => finding.severity === 'error' || open.includes(finding)) : []
  const findingsAt = byPlace(
    shown,
    ({ at }) => at,
    (finding): CellFindingText => ({
      severity: finding.severity,
      message: saysOnlyEmpty(finding) ? null : findingSentence(finding),
      ...(finding.unfilled ? { unfilled: true } : {}),
    }),
  )
  const replyDrafts = Object.fromEntries(drafts.flatMap(({ kind, place, text }) => (kind === 'reply' ? [[place, text]] : [])))
  return {
    cells,
    notes: notesAt,
    findings: findingsAt,
    names: rowNames(evaluation),
    data: referredTo(cells, section, { evaluation, score }),
    replyDrafts,
  }
}

/** The data that texts of the cells refer to, and those that the data offer for this form. */
function referredTo(cells: Readonly<Record<string, FormCell>>, section: EntrySection, assessed: Assessed): Datum[] {
  const offered = draftsOfForm(section, assessed).map(({ kept }) => kept)
  const texts = [...Object.values(cells).flatMap(({ text, submitted = '' }) => [text, submitted]), ...offered]
  const names = new Set(texts.flatMap(referencesIn))
  return names.size === 0 ? [] : referableData(assessed).filter(({ name }) => names.has(name))
}

/** What a figure, target, actual value or name said in last year's evaluation; empty where it said nothing, or for a name the same. */
function textBefore(at: AddressText, evaluation: Evaluation, lastYear: Evaluation): string {
  const before = addressBefore(at, evaluation, lastYear)
  const value = before && cellOf(lastYear, before)
  return value === null ? '' : shownText(value)
}

/** Where a figure, target, actual value or another name stands in last year's evaluation; null where it has no counterpart. */
function addressBefore(at: AddressText, { indicators }: Evaluation, lastYear: Evaluation): AddressText | null {
  const address = parseAddress(at)
  if (address?.part === 'funds') return at
  if (address?.part !== 'indicators' || !['target', 'actual', 'name'].includes(address.column)) return null
  const now = indicators.find(({ id }) => id === address.row)
  const then = now === undefined ? undefined : lastYear.indicators.find((other) => sameLine(other, now))
  if (then === undefined || (address.column === 'name' && then.name.trim() === now?.name.trim())) return null
  return `indicators/${then.id}/${address.column}`
}

/** Whether a finding says no more than that its cell is empty. */
const saysOnlyEmpty = ({ unfilled, at }: Finding): boolean => unfilled && placeOf(at).kind !== 'name'

function byPlace<T, U>(all: readonly T[], placeOf: (one: T) => string, shownAs: (one: T) => U): Record<string, U[]> {
  const places = new Map<string, U[]>()
  for (const one of all) places.set(placeOf(one), [...(places.get(placeOf(one)) ?? []), shownAs(one)])
  return Object.fromEntries(places)
}
