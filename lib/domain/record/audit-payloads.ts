import type { AddressText } from '@/lib/domain/cells/addresses'
import type { CarriedSection } from '@/lib/domain/evaluation/carrying'
import type { EntrySection } from '@/lib/domain/evaluation/sections'
import type { Grant } from '@/lib/domain/people/administration'
import type { DepartmentKind } from '@/lib/domain/people/department'
import type { ReportPart } from '@/lib/domain/report-document'
import type { Deadlines } from '@/lib/domain/review/deadlines'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import type { JobInputs, JobKind } from './job'

/** What was changed: as it stood before, and as it stands since. */
type Changed<Before, After = Before> = { before: Before; after: After }
/** The text of a cell. A row that came or went has it on one side only. */
type CellChanged = { address: AddressText; before?: string; after?: string }
/**
 * How many departments, and their ids; where a job opens them, the first ids of what was chosen: those of each lot stand in its own entry.
 * `plans`: the approved 目标申报 that were taken over, by department.
 */
type RoundDepartments = Readonly<{ count: number; departmentIds: readonly string[]; plans?: Readonly<Record<string, string>> }> &
  Readonly<Partial<Record<'subtreeIds' | 'exceptIds' | 'consolidatedIds', readonly string[]>>>
type Standing = { status: ReviewStatus; node: ReviewNode }
/** A step of the review, with what it kept besides. */
type Step<Kept extends object = object> = { from: Standing; to: Standing } & Kept

/** What was said with a step that sends nothing back. */
type SaidWith = Readonly<{ opinion?: string; notes?: readonly { at: string; text: string }[]; replies?: Replies }>
/** Answers to notes, by the notes' ids. */
type Replies = readonly { note: string; text: string }[]

/**
 * What an entry of the 操作日志 keeps, by its action. lib/data writes it and lib/messages says it: neither compiles when
 * the other calls an action or a part of its payload otherwise. Entries stay for ever: what is called otherwise from some
 * day on is not said of the older ones.
 */
export type AuditPayloads = {
  'session.open': { address: string }
  /** A wrong password; of a name that nobody has, nothing but the address is kept. */
  'session.refuse': { address: string }
  'session.close': object
  'account.change-password': object
  'users.create': Changed<null, { loginName: string; name: string } & Partial<Grant>>
  'users.rename': Changed<{ name: string }>
  'users.disable': Changed<{ disabled: boolean }>
  'users.enable': Changed<{ disabled: boolean }>
  'users.reset-password': { loginName: string }
  'users.grant': Changed<Grant | null, Grant>
  'users.revoke': Changed<Grant, null>
  'departments.add': Changed<null, { parentId: string | null; kind: DepartmentKind; name: string; code: string }>
  'departments.rename': Changed<{ name: string; code: string }>
  'departments.move': Changed<{ parentId: string | null }>
  'departments.close': Changed<{ closed: boolean }>
  'departments.reopen': Changed<{ closed: boolean }>
  'rounds.open': Changed<
    null,
    { year: number; name: string; schemeVersionId: string; deadlines: Deadlines; carry?: boolean } & RoundDepartments
  >
  'rounds.add-departments': Changed<null, RoundDepartments & { group?: string }>
  'rounds.add-group': Changed<null, { group: string; schemeVersionId: string; formerGroup?: string }>
  'rounds.set-deadlines': Changed<Deadlines>
  'rounds.void': Changed<{ year: number; name: string } & RoundDepartments, null>
  'results.recompute': Changed<null, JobInputs['recompute']>
  'jobs.stop': Changed<null, JobInputs[JobKind]>
  'jobs.continue': Changed<null, JobInputs[JobKind]>
  'schemes.store': { scheme: Scheme }
  /** `before`: `scheme/version` of the one that was copied. */
  'schemes.copy': Changed<string, Scheme>
  'schemes.edit': Changed<Scheme>
  'schemes.publish': Changed<null, Scheme>
  'schemes.discard': Changed<Scheme, null>
  /** Those of a round that a job or a command made together: `subject` is the round. */
  'evaluations.open': Changed<null, { scheme: string } & RoundDepartments>
  /** Its own dates, before those of the round. */
  'evaluations.extend': Changed<Deadlines>
  /** Taken out of its round, with all that stood in it. */
  'evaluations.take-out': { round: string; departmentName: string; cells: readonly CellChanged[] }
  /** A project was put under the department's year, or taken from it with all that stood in it: `subject` is its evaluation. */
  'projects.add': { name: string; projectCode: string | null }
  /** It is called otherwise from this year on: earlier years keep what they called it. */
  'projects.rename': { name: string; before: string }
  'projects.remove': { name: string; projectCode: string | null; cells: readonly CellChanged[] }
  'cells.save': { cells: readonly (CellChanged & { number: number })[] }
  'rows.add': { rows: readonly object[]; cells: readonly CellChanged[] }
  /** 沿用上年 of a form, and that it was looked through. */
  'rows.carry': { section: CarriedSection; year: number; cells: readonly CellChanged[] }
  'rows.confirm': { section: CarriedSection; year: number }
  'rows.remove': { cells: readonly CellChanged[] }
  'rows.move': Changed<readonly string[]>
  'targets.approve': { targets: readonly { indicator: string; target: string; maxScore: string | null }[] }
  'findings.explain': Changed<string | null, string> & { code: string; figures: string }
  'notes.reply': { note: string; text: string }
  'notes.resolve': { note: string; text: string }
  'notes.reopen': { note: string; text: string }
  'review.submit': Step<{ submission: number }>
  'review.recall': Step<{ submission: number }>
  /** The first of its node to open what was handed in. */
  'review.open': { node: ReviewNode }
  'review.forward': Step<SaidWith>
  'review.return': Step<{
    reason: string
    /** 整改期限. */
    due?: string
    notes: readonly { at: string; text: string }[]
    replies?: Replies
  }>
  'review.approve': Step<{ revision: number; pdfHash: string } & SaidWith>
  'review.publish': Step
  /** What was taken away: a paper of ours, or under its name (`file`) one that was brought (`paper`) or a file of 佐证材料. */
  'papers.download': { part: ReportPart | 'workbook' | 'paper' | 'evidence'; file?: string }
  /** A finished report was read; nothing of it stands in the form yet. `hash`: SHA-256 of the file. */
  'papers.read': { paper: string; hash: string }
  /** What was read in it was accepted in a form; rows that were added for it are among the cells. */
  'papers.accept': { paper: string; hash: string; section: EntrySection; cells: readonly CellChanged[] }
  /** A filled-in workbook was brought; nothing of it stands in the form yet. `hash`: SHA-256 of the file. */
  'workbooks.read': { workbook: string; hash: string }
  /** It was said which columns and rows of another program's workbook are which figures. */
  'workbooks.map': { workbook: string; hash: string }
  /** What it says otherwise was accepted, rows that were added for it among the cells; or it was put away. */
  'workbooks.accept': { workbook: string; hash: string; cells: readonly CellChanged[] }
  'workbooks.refuse': { workbook: string; hash: string }
  /** A file of 佐证材料 was brought or removed; `subject` is the place that it belongs to. `hash`: SHA-256 of it, `size` in bytes. */
  'evidence.add': { file: string; hash: string; size: number }
  'evidence.remove': { file: string; hash: string; size: number }
}
export type AuditAction = keyof AuditPayloads

/** What was done to an evaluation; all else is administration. */
export type EvaluationAction = Extract<
  AuditAction,
  `${'evaluations' | 'projects' | 'cells' | 'rows' | 'targets' | 'findings' | 'notes' | 'review' | 'papers' | 'workbooks' | 'evidence'}.${string}`
>

/** The names under which entries on an evaluation keep what was done. */
export type EvaluationPart = NameIn<AuditPayloads[EvaluationAction]>
type NameIn<Payload> = Payload extends unknown ? keyof Payload : never

/** The facts of users, departments and rounds that entries keep, as they stood before and after. */
export type AdministrationFact = FactIn<AuditPayloads[Extract<AuditAction, `${'users' | 'departments' | 'rounds'}.${string}`>]>
type FactIn<Payload> = Payload extends Changed<infer Before, infer After> ? NameIn<NonNullable<Before>> | NameIn<NonNullable<After>> : never
