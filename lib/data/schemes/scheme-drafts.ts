import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import type { Transaction } from '@/lib/data/database/database'
import { writingAs } from '@/lib/data/people/writing'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { administersEverything } from '@/lib/domain/people/administration'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import type { SchemeProblem } from '@/lib/domain/schemes/scheme-problem'
import { schemeProblems } from '@/lib/domain/schemes/scheme-problems'
import { checkScheme, readScheme } from '@/lib/exchange/scheme-format'
import { bodyOf, lockSchemes, schemeOf } from './schemes'

/** What came of saving a draft: refused for what it is, or for what is wrong in it, place by place. */
export type DraftSaved = Decision<{ revision: number }> | { ok: false; problems: readonly SchemeProblem[] }

/**
 * Copies a version into a draft: the next version of the same scheme, or with `as` the first of a new one. The copy is not
 * verified against a regulation until somebody says so. Gives the id of the new version.
 */
export async function copyScheme(viewer: Viewer, fromId: string, as: { id: string; name: string } | null): Promise<Decision<string>> {
  return writingAs(viewer, lockSchemes, async (tx, viewer) => {
    if (!administersEverything(viewer)) return refused('schemes-whole')
    const from = await tx.schemeVersion.findUnique({ where: { id: fromId } })
    if (from === null) return refused('scheme-not-found')
    const schemeId = as?.id ?? from.schemeId
    if (as !== null && (await tx.scheme.findUnique({ where: { id: schemeId }, select: { id: true } })))
      return refused('scheme-id-taken', { id: schemeId })
    // Not only the newest: a version that comes with the program may be published above a draft.
    const draft = await tx.schemeVersion.findFirst({ where: { schemeId, publishedAt: null }, select: { version: true } })
    if (draft !== null) return refused('scheme-has-draft', { version: String(draft.version) })
    const newest = await tx.schemeVersion.findFirst({ where: { schemeId }, orderBy: { version: 'desc' }, select: { version: true } })
    const scheme: Scheme = {
      ...schemeOf(from),
      id: schemeId,
      version: (newest?.version ?? 0) + 1,
      name: as?.name ?? from.name,
      verified: false,
    }
    // What was published before may not be enough today: it is mended in the draft, not refused here.
    if (!readScheme(scheme).ok) return refused('scheme-id-malformed')
    if (as !== null) await tx.scheme.create({ data: { id: schemeId } })
    const { id } = await tx.schemeVersion.create({ data: { schemeId, version: scheme.version, ...bodyOf(scheme) }, select: { id: true } })
    await audit(tx, viewer, {
      action: 'schemes.copy',
      subject: `${schemeId}/${scheme.version}`,
      payload: { before: `${from.schemeId}/${from.version}`, after: scheme },
    })
    return accepted(id)
  })
}

/**
 * Saves a draft as typed. Refused where it was changed since `seen` or published meanwhile, and with every problem at its
 * place where 分值 do not add up or a field is not readable. Id and version cannot be changed.
 */
export async function saveDraft(viewer: Viewer, id: string, seen: number, body: unknown): Promise<DraftSaved> {
  return writingAs(viewer, lockSchemes, async (tx, viewer): Promise<DraftSaved> => {
    if (!administersEverything(viewer)) return refused('schemes-whole')
    const stored = await tx.schemeVersion.findUnique({ where: { id } })
    if (stored === null) return refused('scheme-not-found')
    if (stored.publishedAt !== null) return refused('scheme-published')
    if (stored.revision !== seen) return refused('scheme-changed')
    const before = schemeOf(stored)
    const checked = checkScheme(typeof body === 'object' && body !== null ? { ...body, id: before.id, version: before.version } : body)
    if (!checked.ok) return checked
    const { revision } = await tx.schemeVersion.update({
      where: { id },
      data: { ...bodyOf(checked.scheme), revision: { increment: 1 } },
      select: { revision: true },
    })
    await audit(tx, viewer, {
      action: 'schemes.edit',
      subject: `${before.id}/${before.version}`,
      payload: { before, after: checked.scheme },
    })
    return accepted({ revision })
  })
}

/** Publishes a draft as it was seen: from then on rounds may follow it, and it never changes. */
export async function publishScheme(viewer: Viewer, id: string, seen: number): Promise<Decision<void>> {
  return withDraft(viewer, id, seen, async (tx, scheme) => {
    const problems = schemeProblems(scheme)
    if (problems.length > 0) return refused('scheme-unfit', { count: String(problems.length) })
    await tx.schemeVersion.update({ where: { id }, data: { publishedAt: new Date() }, select: { id: true } })
    await audit(tx, viewer, {
      action: 'schemes.publish',
      subject: `${scheme.id}/${scheme.version}`,
      payload: { before: null, after: scheme },
    })
    return accepted(undefined)
  })
}

/** Throws a draft away; the scheme goes with its only version. */
export async function discardDraft(viewer: Viewer, id: string, seen: number): Promise<Decision<void>> {
  return withDraft(viewer, id, seen, async (tx, scheme) => {
    await tx.schemeVersion.delete({ where: { id }, select: { id: true } })
    if ((await tx.schemeVersion.count({ where: { schemeId: scheme.id } })) === 0) await tx.scheme.delete({ where: { id: scheme.id } })
    await audit(tx, viewer, {
      action: 'schemes.discard',
      subject: `${scheme.id}/${scheme.version}`,
      payload: { before: scheme, after: null },
    })
    return accepted(undefined)
  })
}

async function withDraft(
  viewer: Viewer,
  id: string,
  seen: number,
  work: (tx: Transaction, scheme: Scheme) => Promise<Decision<void>>,
): Promise<Decision<void>> {
  return writingAs(viewer, lockSchemes, async (tx, viewer) => {
    if (!administersEverything(viewer)) return refused('schemes-whole')
    const stored = await tx.schemeVersion.findUnique({ where: { id } })
    if (stored === null) return refused('scheme-not-found')
    if (stored.publishedAt !== null) return refused('scheme-published')
    if (stored.revision !== seen) return refused('scheme-changed')
    return work(tx, schemeOf(stored))
  })
}
