import { confirmCarriedForm } from '@/app/evaluations/[id]/carry/actions'
import { CarryForm } from '@/components/evaluation/carry-form'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { findCarried, yearToCarryFrom } from '@/lib/data/carrying'
import { CARRIED_SECTIONS } from '@/lib/domain/evaluation/carrying'
import type { EntrySection } from '@/lib/domain/evaluation/sections'
import type { Entry } from './entry'

/** What was taken over stays marked until somebody has looked through it; where nothing was, it is offered. */
export async function CarriedNotice({ entry: { viewer, evaluation, mayEnter }, section }: { entry: Entry; section: EntrySection }) {
  const carriedSection = CARRIED_SECTIONS.find((one) => one === section)
  if (carriedSection === undefined) return null
  const from = (await findCarried(viewer, evaluation.id))[carriedSection]
  if (from !== undefined)
    return (
      <Notice tone="warning" className="mb-4" title={`本页沿用了 ${from} 年度的内容，尚未确认`}>
        {mayEnter ? (
          <>
            <p>请逐项核对，改为本年情况后确认。确认前不能送审。</p>
            <CarryForm evaluationId={evaluation.id} section={carriedSection} action={confirmCarriedForm} label="已核对，确认" />
          </>
        ) : null}
      </Notice>
    )
  const year = mayEnter ? await yearToCarryFrom(viewer, evaluation) : null
  if (year === null) return null
  return (
    <p className="mb-4">
      <LinkButton href={`/evaluations/${evaluation.id}/carry/${section}`}>{`沿用 ${year} 年度内容`}</LinkButton>
    </p>
  )
}
