import type { ExecutionPoint } from '@/components/charts/execution-score'
import { MOST_DRAWN, type YearAsked, yearPoints, yearSquares } from '@/lib/data/rounds/year-list'
import { BANDS } from '@/lib/domain/evaluation/evaluation-list'
import type { Viewer } from '@/lib/domain/people/permissions'
import { fixed, hundred, times } from '@/lib/domain/quantities'
import { searchOf } from '@/lib/forms/dashboard'
import { percent, score } from '@/lib/messages/numbers'

/** Up to this many departments have a mark each. */
const MOST_POINTS = 200

/** Width of the squares that stand for many, in per cent and in points: that of the score bands, which their marks lead to. */
const WIDTH = 5

/** The marks of execution against score for the evaluations asked for; `grouped` where one mark stands for many of them. */
export async function chartPoints(viewer: Viewer, asked: YearAsked): Promise<{ points: ExecutionPoint[]; grouped: boolean }> {
  const single = await yearPoints(viewer, asked, MOST_POINTS)
  if (single.length > MOST_POINTS) return { points: await squares(viewer, asked), grouped: true }
  const points = single.map(({ id, name, rate, total }) => ({
    name,
    count: 1,
    rate: Number(fixed(times(rate, hundred), 2)),
    total: Number(fixed(total, 2)),
    rateText: percent(rate),
    totalText: `${score(total)} 分`,
    href: `/evaluations/${id}/review`,
  }))
  return { points, grouped: false }
}

const squares = async (viewer: Viewer, asked: YearAsked): Promise<ExecutionPoint[]> =>
  (await yearSquares(viewer, asked, WIDTH)).map(({ rate, total, count }) => {
    const band = BANDS.findLast((one) => one !== 'none' && Number(one) <= Math.max(total, 0)) ?? null
    return {
      name: `${count} 个部门`,
      count,
      rate: rate + WIDTH / 2,
      total: Math.min(total + WIDTH / 2, 100),
      rateText: rate >= MOST_DRAWN ? `${MOST_DRAWN}% 以上` : `${rate}–${rate + WIDTH}%`,
      totalText: `${total}–${total + WIDTH} 分`,
      href: `/dashboard/${asked.year}${searchOf({ selection: { ...asked.selection, band }, order: { by: 'rate', descending: true } })}#list`,
    }
  })
