import { notFound } from 'next/navigation'
import { carryOver } from '@/app/evaluations/[id]/carry/actions'
import { getEntry } from '@/app/evaluations/[id]/entry'
import { CarryForm } from '@/components/evaluation/carry-form'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page'
import { previewCarry } from '@/lib/data/change/carrying'
import { columnIn } from '@/lib/domain/cells/addresses'
import { CARRIED_SECTIONS, carriedTexts } from '@/lib/domain/evaluation/carrying'
import { hasApprovedTargets } from '@/lib/domain/evaluation/indicator'
import { carriedRule } from '@/lib/messages/carrying'
import { sectionLabels } from '@/lib/messages/section-labels'
import { CarriedTable } from './carried-table'

export const metadata = { title: '沿用上年' }

type Props = { params: Promise<{ id: string; section: string }> }

/** What a form would take over from the year before, to be looked at before anything is written. */
export default async function CarryPage({ params }: Props) {
  const { id, section: asked } = await params
  const section = CARRIED_SECTIONS.find((one) => one === asked)
  const { viewer, mayEnter, evaluation } = await getEntry(id)
  if (section === undefined || !mayEnter) notFound()
  const found = await previewCarry(viewer, id, section)
  // Which task an indicator belongs to is said by the task
  const texts = found === null ? [] : carriedTexts(found.carried).filter(({ address }) => columnIn('indicators', address) !== 'task')
  const back = `/evaluations/${id}/${section}`
  return (
    <>
      <PageHeader
        title={`沿用上年：${sectionLabels[section]}`}
        description={
          found === null
            ? carriedRule(section)
            : `${carriedRule(section)}以下内容取自 ${found.before.year} 年度自评表，带入后请逐项核对、修改并确认。`
        }
      />
      {section === 'indicators' && hasApprovedTargets(evaluation.indicators) ? (
        <Notice tone="info" title="本年指标已按批复的绩效目标带入，不再沿用上年指标。" className="mb-4" />
      ) : null}
      {found === null || texts.length === 0 ? (
        <EmptyState title={found === null ? '没有上年的自评表' : '没有可以沿用的内容'}>
          {found === null ? '本部门上一年度没有自评表，或者您无权查看。' : '上年的内容本页都已有，或者上年没有填写。'}
        </EmptyState>
      ) : (
        <Section title={`将带入 ${texts.length} 处`} description="本页已有的内容不变，也不会重复带入。">
          <CarriedTable section={section} texts={texts} after={found.carried.after} />
          <CarryForm evaluationId={id} section={section} action={carryOver} label="沿用" />
        </Section>
      )}
      <div className="mt-4">
        <LinkButton href={back}>返回{sectionLabels[section]}</LinkButton>
      </div>
    </>
  )
}
