import { notFound } from 'next/navigation'
import { type Entry, getEntry } from '@/app/evaluations/[id]/entry'
import { AcceptForm } from '@/components/intake/accept-form'
import { LeftOut } from '@/components/intake/left-out'
import { OfferSection } from '@/components/intake/offer-section'
import { PaperForm } from '@/components/intake/paper-form'
import { PaperText } from '@/components/intake/paper-text'
import { PrintedResults } from '@/components/intake/printed-results'
import { Button, FileButton, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page'
import { findCellRevisions } from '@/lib/data/evaluation/evaluations'
import { offeredBy } from '@/lib/data/papers/accepted-offers'
import { findReadPaper, type ReadPaper } from '@/lib/data/papers/read-papers'
import { ENTRY_SECTIONS } from '@/lib/domain/evaluation/sections'
import { gradeName } from '@/lib/domain/scoring/grade'
import { doubtsOf } from '@/lib/exchange/offers/doubts'
import { leftOut } from '@/lib/exchange/offers/left-out'
import { acceptedAs, type acceptForm } from '@/lib/forms/read-papers'
import { fieldsOf } from '@/lib/forms/state/fields'
import { formatTime } from '@/lib/messages/dates'
import { percent, score as sayScore } from '@/lib/messages/numbers'
import { paperDoubt } from '@/lib/messages/paper-doubts'
import { acceptFromPaper } from './actions'
import { shownOffers } from './shown-offers'

const acceptField = fieldsOf<typeof acceptForm>()

export const metadata = { title: '读入已有报告' }

/** A finished report beside the form: what was read in it, to be accepted value by value, form by form, or all. */
export default async function IntakePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const entry = await getEntry(id)
  const { viewer, mayEnter } = entry
  // A finished report is a department's
  if (!mayEnter || entry.evaluation.kind === 'project') notFound()
  const paper = await findReadPaper(viewer, id)
  const description = '已经写好的自评报告可以直接读入：先核对读到的内容，再逐项、逐节或一次全部采用。采用之前，表中内容不会有任何改变。'
  return (
    <>
      <PageHeader title="读入已有报告" description={description} actions={<LinkButton href={`/evaluations/${id}`}>返回概览</LinkButton>} />
      {/* In the same place before and after: whoever reads in by the keyboard goes on from where they are */}
      <Section title={paper === null ? '选择报告' : '换一份报告'}>
        <PaperForm evaluationId={id} />
      </Section>
      {paper === null ? null : <ReadReport entry={entry} paper={paper} revisions={await findCellRevisions(viewer, id)} />}
    </>
  )
}

type ReadProps = { entry: Entry; paper: ReadPaper; revisions: Awaited<ReturnType<typeof findCellRevisions>> }

/** The paper that was read, beside what it offers to the form. */
function ReadReport({ entry, paper, revisions }: ReadProps) {
  const { evaluation } = entry
  const { id } = evaluation
  const offered = offeredBy(paper, evaluation, evaluation.revision)
  const { sections, marks } = shownOffers(offered, evaluation)
  const waiting = offered.offers.filter(({ state }) => state === 'empty').length
  const seen = Object.fromEntries(
    offered.offers.flatMap(({ address, row }) => (row === null && revisions[address] ? [[address, revisions[address].number]] : [])),
  )
  const left = leftOut(paper.document, offered)
  const text = paper.document.reading?.text ?? ''
  return (
    <>
      <Section
        title={paper.name || '报告'}
        description={`${paper.byName} ${formatTime(paper.at)} 读入`}
        actions={<FileButton href={`/evaluations/${id}/intake/paper`}>下载原文件</FileButton>}
      >
        <div className="grid gap-3">
          {doubtsOf(paper.document, evaluation).map((doubt) => (
            <Notice key={doubt.code} tone="warning" title={paperDoubt(doubt)} />
          ))}
          <PrintedResults results={resultsOf(paper, entry)} />
        </div>
      </Section>
      {offered.offers.length === 0 ? (
        <EmptyState title="没有读到可以采用的内容">
          这份文件里没有认出自评报告的各部分。请确认是完整的部门整体支出绩效自评报告，扫描件请先转成文字。
        </EmptyState>
      ) : (
        <AcceptForm
          hidden={{
            [acceptField('evaluationId')]: id,
            [acceptField('paper')]: paper.hash,
            [acceptField('revision')]: String(evaluation.revision),
            [acceptField('seen')]: JSON.stringify(seen),
          }}
          action={acceptFromPaper}
        >
          <div className="flex flex-wrap items-center gap-3">
            {waiting === 0 ? (
              <p className="text-sm">读到的内容都已在表中，或与表中不同而需逐项替换。</p>
            ) : (
              <Button type="submit" variant="primary" name={acceptField('accepted')} value={acceptedAs({ scope: 'all' })}>
                全部采用（{waiting} 处）
              </Button>
            )}
            <p className="text-sm text-muted">只填入空白处，已填的内容不会被覆盖；要替换请逐项选择。</p>
          </div>
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <section
              aria-label="报告原文"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
              tabIndex={0}
              className="rounded border border-line bg-surface p-4 lg:sticky lg:top-14 lg:max-h-[calc(100vh-5rem)] lg:overflow-auto max-lg:max-h-[60vh] max-lg:overflow-auto"
            >
              <h2 className="mb-2 text-lg font-semibold">报告原文</h2>
              <PaperText text={text} marks={marks} left={left} />
            </section>
            <div className="grid gap-4">
              {ENTRY_SECTIONS.map((section) => {
                const offers = sections.get(section)
                return offers === undefined ? null : <OfferSection key={section} section={section} offers={offers} />
              })}
            </div>
          </div>
        </AcceptForm>
      )}
      {left.length > 0 ? <LeftOut left={left} /> : null}
    </>
  )
}

/** Rate, total and grade as the paper has them, and as the form gives them now. */
function resultsOf({ document }: ReadPaper, { evaluation, score }: Entry) {
  const printed = (text: string | undefined): string => text ?? ''
  const rate = document.funds?.find(({ role }) => role === 'total')?.printedRate
  return [
    { name: '预算执行率', printed: printed(rate), now: score.executionRate === null ? '—' : percent(score.executionRate) },
    { name: '总分', printed: printed(document.printedTotal), now: score.total === null ? '—' : sayScore(score.total) },
    { name: '等级', printed: printed(document.printedGrade), now: score.grade === null ? '—' : gradeName(score.grade, evaluation.scheme) },
  ]
}
