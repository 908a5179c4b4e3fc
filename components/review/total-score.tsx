import type { Points } from '@/lib/domain/quantities'
import { score } from '@/lib/messages/numbers'

/** 得分 in a list: what the review made of it, with the self-evaluation's beside it; the latter alone while nothing was reviewed. */
export function TotalScore({ total, reviewedTotal }: { total: Points | null; reviewedTotal: Points | null }) {
  const own = total === null ? '—' : score(total)
  if (reviewedTotal === null) return own
  return (
    <>
      {score(reviewedTotal)}
      <span className="block text-xs text-muted">自评 {own}</span>
    </>
  )
}
