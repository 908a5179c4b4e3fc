import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import { writingAs } from '@/lib/data/people/writing'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { keepsAll, lockRounds } from './rounds'

type GroupAdded = {
  name: string
  schemeVersionId: string
  /** What the departments are called that are in the round so far: needed where they are its only group and have no name yet. */
  formerName?: string | undefined
}

/**
 * Adds to a round of 自评 a group of departments that follows a published scheme version of its own; departments come into it
 * by `addDepartmentsToRound`. Only for who administers every department in the round. Refused: `round-not-found`,
 * `scheme-not-published`, and `round-group-name-taken` where two groups would have one name.
 */
export async function addRoundGroup(viewer: Viewer, roundId: string, added: GroupAdded): Promise<Decision<void>> {
  const { name, schemeVersionId, formerName } = added
  return writingAs(viewer, lockRounds, async (tx, viewer) => {
    const round = await tx.round.findUnique({
      where: { id: roundId, stage: 'selfEvaluation' },
      select: { groups: { select: { id: true, name: true } } },
    })
    if (round === null || !(await keepsAll(tx, viewer, roundId))) return refused('round-not-found')
    const version = await tx.schemeVersion.findUnique({ where: { id: schemeVersionId }, select: { publishedAt: true } })
    if (version === null || version.publishedAt === null) return refused('scheme-not-published')
    const unnamed = round.groups.find((group) => group.name === '')
    if (unnamed && !formerName) return refused('invalid-form')
    const names = round.groups.map((group) => (group === unnamed ? formerName : group.name))
    if (names.includes(name)) return refused('round-group-name-taken', { name })
    if (unnamed && formerName) await tx.roundGroup.update({ where: { id: unnamed.id }, data: { name: formerName } })
    await tx.roundGroup.create({ data: { roundId, name, schemeVersionId } })
    await audit(tx, viewer, {
      action: 'rounds.add-group',
      subject: roundId,
      payload: { before: null, after: { group: name, schemeVersionId, ...(unnamed && formerName ? { formerGroup: formerName } : {}) } },
    })
    return accepted(undefined)
  })
}
