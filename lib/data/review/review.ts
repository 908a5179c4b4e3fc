import 'server-only'
import type { AuditRecord } from '@/lib/data/audit/audit'
import { countCarried } from '@/lib/data/change/carrying'
import { type Held, holding, keep, may } from '@/lib/data/change/change'
import { followDepartment, mayHandInProjects, recordsOf, settleProjects, tidyProjects } from '@/lib/data/change/project-steps'
import { settleAssessment } from '@/lib/data/evaluation/assessments'
import { deleteRows } from '@/lib/data/evaluation/kept-rows'
import { projectionOf } from '@/lib/data/evaluation/projections'
import { storeReadings } from '@/lib/data/evaluation/readings'
import { discardFile, type IncomingFile, receiveFile } from '@/lib/data/files/file-folder'
import { keepFile } from '@/lib/data/files/stored-files'
import { setCorrectionDate } from '@/lib/data/rounds/own-deadlines'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { withoutEmptyRows } from '@/lib/domain/evaluation/rows'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { AuditPayloads } from '@/lib/domain/record/audit-payloads'
import { checkMessage, LONGEST_MESSAGE } from '@/lib/domain/review/notes'
import { mayHandIn, mayPublish, type ReviewAction, standingAfter } from '@/lib/domain/review/review'
import type { Prisma, ReviewStep } from '@/lib/generated/prisma/client'
import { type LeftNotes, leaveNotes, wereLeft } from './left-notes'
import { dropDrafts } from './review-drafts'
import { keepSubmission } from './submissions'

/**
 * The steps of the review. `seen` is the revision of the evaluation that the person had before them. Each is refused as
 * `not-permitted`, `locked` (not at this status and node), `acted-elsewhere` (nobody acts at two nodes of one evaluation) or
 * `changed-meanwhile` (it is no longer at that revision: nobody signs what they have not seen). The same request sent again
 * is not taken twice: it is answered as the first was.
 */

/**
 * 送审: hands the evaluation to the next node that its scheme switches on, and keeps the whole document as it is, with those of its projects.
 * The forms are locked from then on; review notes that still stand count as dealt with, and rows that were emptied are gone.
 * Refused also as `open-findings` while an error stands or a warning has no explanation, and as `carried-unconfirmed` while what was
 * taken over from the year before has not been looked through; and as `projects-unfinished` while either is so in one of its projects.
 */
export const submit = (viewer: Viewer, evaluationId: string, seen: number): Promise<Decision<null>> =>
  step(viewer, evaluationId, { action: 'submit', seen }, async ({ tx, viewer, evaluation: stored, explanations }) => {
    const { emptied, after: evaluation } = withoutEmptyRows(stored)
    const handIn = mayHandIn(projectionOf(evaluation, explanations))
    if (!handIn.ok) return handIn
    const carried = await countCarried(tx, evaluationId)
    if (carried > 0) return refused('carried-unconfirmed', { count: String(carried) })
    const projects = await mayHandInProjects(tx, stored)
    if (!projects.ok) return projects
    await deleteRows(tx, emptied)
    await tidyProjects(tx, viewer, projects.value)
    const number = await keepSubmission(
      tx,
      viewer,
      { evaluation, explanations },
      projects.value.map(({ after, ...given }) => ({ evaluation: after, ...given })),
    )
    await tx.noteThread.updateMany({ where: { evaluationId, resolvedAt: null }, data: { state: 'resolved', resolvedAt: new Date() } })
    await tx.evaluation.update({ where: { id: evaluationId }, data: { openedAt: null, openedByName: null }, select: { id: true } })
    return accepted({ payload: { submission: number }, after: evaluation, records: recordsOf(emptied) })
  })

/** What is said with a step that sends nothing back: an opinion, notes at the places they concern, and answers to earlier ones. */
export type Said = { opinion?: string } & Partial<LeftNotes>
const NOTHING: Said = {}

/** 审核通过并上报: hands it on to the next node. Refused also as `too-long`, and as `leaveNotes` refuses. */
export const forward = (viewer: Viewer, evaluationId: string, seen: number, said = NOTHING): Promise<Decision<null>> =>
  step(viewer, evaluationId, { action: 'forward', seen, ...requestOf(said) }, (held, at) => sayWith(held, said, at))

const requestOf = ({ opinion = '', notes = [], replies = [] }: Said) => ({ reason: opinion, notes, replies })

/** Leaves what is said with a step; the drafts of it are done with. Gives what the log says of it. */
async function sayWith(held: Held, { opinion = '', notes = [], replies = [] }: Said, at: Date): Promise<Decision<{ payload: Said }>> {
  if (opinion.length > LONGEST_MESSAGE) return refused('too-long', { longest: String(LONGEST_MESSAGE) })
  const left = await leaveNotes(held, { notes, replies }, at)
  if (!left.ok) return left
  await dropDrafts(held.tx, held.viewer, held.evaluation.id, [{ kind: 'opinion', place: '' }])
  return accepted({
    payload: {
      ...(opinion === '' ? {} : { opinion }),
      ...(notes.length === 0 ? {} : { notes }),
      ...(replies.length === 0 ? {} : { replies }),
    },
  })
}

/** Why something is sent back: in general, and at the places it concerns. */
export type ReturnReasons = LeftNotes & {
  reason: string
  /** 整改期限, 2024-05-31; absent or empty: none is set. */
  due?: string
}

/**
 * 退回 to 填报, with reasons that stand at their places until dealt with; the drafts of them are done with.
 * Refused also as `leaveNotes` refuses, and as `deadline-past`.
 */
export const returnForRevision = (viewer: Viewer, evaluationId: string, seen: number, reasons: ReturnReasons): Promise<Decision<null>> =>
  step(viewer, evaluationId, { action: 'return', seen, ...reasons }, async (held, at) => {
    const { reason, notes, replies = [], due = '' } = reasons
    const fit = checkMessage(reason)
    if (!fit.ok) return fit
    const dated = await setCorrectionDate(held.tx, evaluationId, due, at)
    if (!dated.ok) return dated
    const left = await leaveNotes(held, reasons, at)
    if (!left.ok) return left
    await dropDrafts(held.tx, viewer, evaluationId, [{ kind: 'reason', place: '' }])
    return accepted({ payload: { reason, notes, ...(due === '' ? {} : { due }), ...(replies.length > 0 ? { replies } : {}) } })
  })

/** The finished report of one revision: the document that was rendered, and the very bytes. */
export type FinishedReport = { revision: number; document: unknown; pdf: Uint8Array }

/**
 * 复核通过: freezes the report made from the revision that was seen. From now on these bytes are served, whatever becomes of the
 * program. Refused also as `file-not-kept`, and as `forward` refuses what is said with it.
 */
export async function approve(viewer: Viewer, evaluationId: string, report: FinishedReport, said = NOTHING): Promise<Decision<null>> {
  const received = await receiveFile([report.pdf])
  if (!received.ok) return received
  try {
    return await step(viewer, evaluationId, { action: 'approve', seen: report.revision, ...requestOf(said) }, async (held, at) => {
      const heard = await sayWith(held, said, at)
      if (!heard.ok) return heard
      const frozen = await freeze(held, report, received.value, at)
      return frozen.ok ? accepted({ payload: { ...frozen.value.payload, ...heard.value.payload } }) : frozen
    })
  } finally {
    await discardFile(received.value)
  }
}

async function freeze(
  { tx, evaluation }: Held,
  { revision, document }: FinishedReport,
  pdf: IncomingFile,
  at: Date,
): Promise<Decision<{ payload: Omit<KeptOf<'approve'>, keyof Said> }>> {
  const kept = await keepFile(tx, pdf, 'application/pdf')
  if (!kept.ok) return kept
  // From now on the scores rest on what was read today.
  await storeReadings(tx, evaluation)
  await settleAssessment(tx, evaluation)
  await settleProjects(tx, evaluation)
  const where = { id: evaluation.id }
  const { schemeVersionId } = await tx.evaluation.findUniqueOrThrow({ where, select: { schemeVersionId: true } })
  const pdfHash = pdf.hash
  await tx.frozenReport.create({
    data: { evaluationId: evaluation.id, revision, schemeVersionId, document: document as Prisma.InputJsonObject, pdfHash, at },
    select: { evaluationId: true },
  })
  return accepted({ payload: { revision, pdfHash } })
}

/** 公开 of an approved evaluation. Refused also as `reconstructed-never-published`. */
export const publish = (viewer: Viewer, evaluationId: string, seen: number): Promise<Decision<null>> =>
  step(viewer, evaluationId, { action: 'publish', seen }, async ({ evaluation }) => {
    const decision = mayPublish(evaluation)
    return decision.ok ? accepted({ payload: {} }) : decision
  })

/** What is asked for. `reason` is the opinion where nothing is sent back. */
type StepRequest<Action extends ReviewAction = ReviewAction> = { action: Action; seen: number } & Partial<ReturnReasons>
/** Writes what the step keeps besides itself, with the step's time `at`. */
type StepWork<Action extends ReviewAction> = (held: Held, at: Date) => Promise<Decision<Done<Action>>>
/** What the step keeps of itself; and where it changed the evaluation, how that stands then, and what else the log says of it. */
type Done<Action extends ReviewAction> = { payload: KeptOf<Action>; after?: Evaluation; records?: readonly AuditRecord[] }
type KeptOf<Action extends ReviewAction> = Omit<AuditPayloads[`review.${Action}`], 'from' | 'to'>

/** Takes a step: whether it may be, what it keeps by `work`, where the evaluation stands then, and the log. */
export const step = <Action extends ReviewAction>(
  viewer: Viewer,
  evaluationId: string,
  request: StepRequest<Action>,
  work: StepWork<Action>,
): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const { tx, evaluation } = held
    const { action, seen, reason = '' } = request
    const last = await tx.reviewStep.findFirst({ where: { evaluationId }, orderBy: { number: 'desc' } })
    if (last !== null && (await isRepeated(held, last, request))) return accepted(null)
    const permitted = may(held, action)
    if (!permitted.ok) return permitted
    if (evaluation.revision !== seen) return refused('changed-meanwhile')
    const at = new Date()
    const done = await work(held, at)
    if (!done.ok) return done
    const returned = action === 'recall' && (await tx.reviewStep.count({ where: { evaluationId, action: 'return' } })) > 0
    const next = standingAfter(action, evaluation.node, evaluation.scheme.nodes, returned)
    await tx.reviewStep.create({
      data: {
        evaluationId,
        number: (last?.number ?? 0) + 1,
        node: permitted.value,
        action,
        revision: evaluation.revision,
        reason,
        byId: viewer.userId,
        byName: viewer.name,
        at,
      },
      select: { id: true },
    })
    const from = { status: evaluation.status, node: evaluation.node }
    const record = { action: `review.${action}`, payload: { from, to: next, ...done.value.payload } }
    // What the work kept is this very step's (`KeptOf`); of any step the compiler does not see it.
    const { after = evaluation, records = [] } = done.value
    await keep(held, permitted.value, { ...after, ...next }, ...records, record as AuditRecord)
    await followDepartment(tx, evaluationId, next)
    return accepted(null)
  })

/** Whether the last step is this very request: the same person, revision, reason and notes. */
async function isRepeated({ tx, viewer }: Held, last: ReviewStep, { action, seen, reason = '', ...left }: StepRequest): Promise<boolean> {
  if (last.action !== action || last.byId !== viewer.userId || last.revision !== seen || last.reason !== reason) return false
  return wereLeft(tx, last, { notes: [], ...left })
}
