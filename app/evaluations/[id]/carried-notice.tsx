import { confirmAllCarriedForms, confirmCarriedForm } from '@/app/evaluations/[id]/carry/actions'
import { LinkButton } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { yearToCarryFrom } from '@/lib/data/change/carrying'
import { findCarried } from '@/lib/data/evaluation/evaluations'
import { CARRIED_SECTIONS, type CarriedSections } from '@/lib/domain/evaluation/carrying'
import type { EntrySection } from '@/lib/domain/evaluation/sections'
import { sectionLabels } from '@/lib/messages/section-labels'
import type { Entry } from './entry'
import { CarryForm } from './loaded-when-needed'

type Props = { entry: Entry; section: EntrySection }

const carriedIn = (section: EntrySection) => CARRIED_SECTIONS.find((one) => one === section)

/** What was taken over stays marked until somebody has looked through it. */
export async function CarriedNotice({ entry: { viewer, evaluation, mayEnter }, section }: Props) {
  const carried = carriedIn(section)
  const from = carried && (await findCarried(viewer, evaluation.id))[carried]
  if (carried === undefined || from === undefined) return null
  return (
    <Notice tone="warning" className="mb-4" title={`本页沿用了 ${from} 年度的内容，尚未确认`}>
      {mayEnter ? (
        <>
          <p>请逐项核对，改为本年情况后确认。确认前不能送审。</p>
          <CarryForm evaluationId={evaluation.id} section={carried} action={confirmCarriedForm} label="已核对，确认" />
        </>
      ) : null}
    </Notice>
  )
}

/** The year before is offered where nothing waits to be confirmed. */
export async function CarryOffer({ entry: { viewer, evaluation, mayEnter }, section }: Props) {
  const carried = carriedIn(section)
  if (carried === undefined || !mayEnter || (await findCarried(viewer, evaluation.id))[carried] !== undefined) return null
  const year = await yearToCarryFrom(viewer, evaluation)
  return year === null ? null : <LinkButton href={`/evaluations/${evaluation.id}/carry/${section}`}>{`沿用 ${year} 年度内容`}</LinkButton>
}

type FormsProps = { evaluationId: string; carried: CarriedSections; then: string }

/**
 * The forms that were taken over from last year and not confirmed yet, each with the way to it: whoever has gone through them says so here for all. `then`: where
 * one goes on from there.
 */
export function CarriedForms({ evaluationId, carried, then }: FormsProps) {
  const sections = CARRIED_SECTIONS.filter((section) => carried[section] !== undefined)
  if (sections.length === 0) return null
  return (
    <Notice tone="warning" title={`${sections.length} 个栏目沿用了上年内容，尚未确认`}>
      <p>
        {sections.map((section, index) => (
          <span key={section}>
            {index === 0 ? '' : '、'}
            <Link href={`/evaluations/${evaluationId}/${section}`} className="text-action underline underline-offset-4">
              {sectionLabels[section]}
            </Link>
          </span>
        ))}
        ：逐项核对、改为本年情况后确认。确认前不能送审。
      </p>
      <CarryForm evaluationId={evaluationId} section={null} action={confirmAllCarriedForms} label="全部已核对，确认" then={then} />
    </Notice>
  )
}
