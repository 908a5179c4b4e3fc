import { askForFindings } from '@/app/evaluations/[id]/actions'
import { type Entry, explanationDrafts, getEntry } from '@/app/evaluations/[id]/entry'
import { firstOpen } from '@/app/evaluations/[id]/open-places'
import { StepKeys } from '@/components/evaluation/step-keys'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { HelpLink } from '@/components/ui/help-link'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page'
import { isOfEvidence } from '@/lib/domain/checks/evidence'
import { explanationFor, type Finding, figuresOf, type Severity } from '@/lib/domain/checks/findings'
import { placeIn, walkThrough } from '@/lib/domain/checks/walk'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { sectionOf } from '@/lib/domain/evaluation/sections'
import { explanationPlace } from '@/lib/domain/review/notes'
import type { Query } from '@/lib/forms/query'
import { cellLabel } from '@/lib/messages/cell-labels'
import { formatTime } from '@/lib/messages/dates'
import { findingPlaceLabel, findingSentence, findingWhy, sentenceBehind } from '@/lib/messages/findings'
import { NOT_FILLED, severityLabels } from '@/lib/messages/form-labels'
import { refusalSentence } from '@/lib/messages/refusals'
import { sectionLabel, sectionLabels } from '@/lib/messages/section-labels'
import { missingGlyphs, unprintableCells } from '@/lib/report/glyphs'
import { AskedForChecks } from './asked-for-checks'
import { ExplainForm } from './forms'
import { Handing } from './handing'

export const metadata = { title: sectionLabels.check }

type Group = Severity | 'unfilled'

/** What is only not filled in yet is no mistake. */
const groupOf = ({ severity, unfilled }: Finding): Group => (severity === 'error' && unfilled ? 'unfilled' : severity)

const groups: readonly { name: Group; title: string; description: string }[] = [
  { name: 'error', title: severityLabels.error, description: '必须更正后才能送审。' },
  { name: 'unfilled', title: NOT_FILLED, description: '送审前须填写完整。' },
  { name: 'warning', title: severityLabels.warning, description: '核实无误的请写明原因，说明随送审一并提交；数据变动后需重新说明。' },
  { name: 'info', title: severityLabels.info, description: '供参考，不影响送审。' },
]

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** 校验与送审: every finding with the way to its cell, what is handed in, and the button. */
export default async function CheckPage({ params, searchParams }: Props) {
  const entry = await getEntry((await params).id)
  const { findings } = entry
  const unprintable = unprintableCells(entry.evaluation)
  const drafts = await explanationDrafts(entry)
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-2xl font-semibold">{sectionLabel('check', entry.evaluation.kind)}</h1>
        <HelpLink href="/help/check">校验说明</HelpLink>
      </div>
      <DoneNotice query={await searchParams} />
      {entry.mayEnter && !entry.asked ? <AskedForChecks ask={askForFindings.bind(null, entry.evaluation.id)} /> : null}
      {findings.length + unprintable.length === 0 ? (
        <div className="mb-6">
          <EmptyState title="没有发现问题">可以核对下方要点后送审。</EmptyState>
        </div>
      ) : null}
      <WalkLink entry={entry} />
      {entry.mayEnter ? <StepKeys open={entry.open.some(({ severity }) => severity === 'error') ? firstOpen(entry) : null} /> : null}
      {groups.map(({ name, title, description }) => {
        const found = findings.filter((finding) => groupOf(finding) === name)
        return found.length === 0 ? null : (
          <Section key={name} title={`${title}（${found.length}）`} description={description}>
            <ul className="divide-y divide-line">
              {found.map((finding) => (
                <FindingItem
                  key={`${finding.code} ${finding.at} ${findingSentence(finding)}`}
                  finding={finding}
                  entry={entry}
                  draft={drafts.get(explanationPlace(finding)) ?? null}
                />
              ))}
            </ul>
          </Section>
        )
      })}
      <Unprintable entry={entry} cells={unprintable} />
      {unprintable.length === 0 ? <Handing entry={entry} /> : null}
    </>
  )
}

/** The way through all that is open, one after the other. */
function WalkLink({ entry: { evaluation, open, mayEnter } }: { entry: Entry }) {
  const [first] = walkThrough(evaluation, open)
  if (first === undefined || !mayEnter) return null
  return (
    <p className="mb-4 flex flex-wrap items-center gap-3 text-sm">
      <LinkButton variant="primary" href={`/evaluations/${evaluation.id}/${first.section}#${placeIn(first.finding)}`}>
        逐条处理
      </LinkButton>
      <span className="text-muted">{`待处理 ${open.length} 处，进入表单后按 F8 到下一处，Shift+F8 回上一处。`}</span>
    </p>
  )
}

/** Where a finding is put right: in the form of its cell, or where files of 佐证材料 are given; null where it belongs nowhere. */
function mendedAt(finding: Finding, evaluation: Evaluation): string | null {
  const { at } = finding
  const base = `/evaluations/${evaluation.id}`
  if (isOfEvidence(finding)) return `${base}/evidence?${new URLSearchParams({ place: at })}`
  const section = sectionOf(evaluation, at)
  return section && `${base}/${section}#${placeIn(finding)}`
}

function FindingItem({ finding, entry, draft }: { finding: Finding; entry: Entry; draft: string | null }) {
  const { evaluation, explanations, mayEnter } = entry
  const href = mendedAt(finding, evaluation)
  const explanation = explanationFor(finding, explanations)
  const place = findingPlaceLabel(finding, evaluation)
  return (
    <li className="grid gap-1 py-3">
      <p>
        <span className="mr-2 text-sm text-muted">{finding.code}</span>
        {href === null ? (
          place
        ) : (
          <Link href={href} className="text-action underline underline-offset-4">
            {place}
          </Link>
        )}
        {sentenceBehind(place, finding)}
      </p>
      {/* Of what is not filled in its group says why */}
      {groupOf(finding) === 'unfilled' ? null : <p className="text-sm text-muted">{findingWhy(finding.code)}</p>}
      {finding.severity !== 'warning' ? null : mayEnter ? (
        <ExplainForm
          evaluationId={evaluation.id}
          code={finding.code}
          at={finding.at}
          figures={figuresOf(finding)}
          text={explanation?.text ?? ''}
          draft={draft}
          place={place}
        />
      ) : explanation ? (
        <p className="text-sm">
          <strong>说明：</strong>
          {explanation.text}
          <span className="text-muted">
            （{explanation.byName} {formatTime(explanation.atTime)}）
          </span>
        </p>
      ) : (
        <p className="text-sm text-warning">尚未说明</p>
      )}
    </li>
  )
}

/** Cells that the papers cannot show: nothing is handed in that could not be printed. */
function Unprintable({ entry: { evaluation }, cells }: { entry: Entry; cells: ReturnType<typeof unprintableCells> }) {
  if (cells.length === 0) return null
  return (
    <Section title={`无法打印的字符（${cells.length}）`} description="报告所用字体中没有这些字，改用其他写法后才能送审。">
      <ul className="grid gap-2">
        {cells.map(({ at, characters }) => (
          <li key={at}>
            <Link
              href={`/evaluations/${evaluation.id}/${sectionOf(evaluation, at) ?? ''}#${at}`}
              className="text-action underline underline-offset-4"
            >
              {cellLabel(at, evaluation)}
            </Link>
            ：{refusalSentence(missingGlyphs(characters).refusal)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
