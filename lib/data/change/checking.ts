import 'server-only'
import { accepted, type Decision } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { holding, may } from './change'

/**
 * 校验 is asked for: from now on the forms say what is wrong in them, those of its projects as well. No change of the evaluation: it stands in no log, and who has
 * only asked has not acted. Refused: `not-permitted`, `locked`, `acted-elsewhere`.
 */
export const askForChecks = (viewer: Viewer, evaluationId: string): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    await held.tx.evaluation.updateMany({
      where: { OR: [{ id: evaluationId }, { parentId: evaluationId }], checkedAt: null },
      data: { checkedAt: new Date() },
    })
    return accepted(null)
  })
