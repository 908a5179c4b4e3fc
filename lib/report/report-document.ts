import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { chineseDay } from '@/lib/domain/reading/calendar'
import type { ProjectPaper, ReportBlock, ReportDocument } from '@/lib/domain/report-document'
import { isFrozen } from '@/lib/domain/review/review'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import { kindLabels, RECONSTRUCTED_EXPLANATION, RECONSTRUCTED_MARK, UNVERIFIED_MARK } from '@/lib/messages/labels'
import { chapters } from './chapters/outline'
import type { Assessed } from './data-text'
import { printable } from './printable'
import { inPrintedOrder } from './printed-order'
import { foot } from './scoring-table/foot'
import { funds } from './scoring-table/funds'
import { goals } from './scoring-table/goals'
import { head } from './scoring-table/head'
import { indicators } from './scoring-table/indicators'
import { otherFigures, threePublic } from './scoring-table/other-figures'
import { problems } from './scoring-table/problems'
import { projectForm } from './scoring-table/project-form'
import { tasks } from './scoring-table/tasks'
import { titleLines } from './title-lines'

/**
 * The papers of an evaluation: 附件 1 自评表 and 附件 2 自评报告. Pure: the same evaluation gives the same document.
 * `projects`: those of its projects, whose forms follow. What is not approved yet is marked 草稿 and says （未填） where a section is missing.
 */
export function reportDocument(
  evaluation: Evaluation,
  { score }: { score: EvaluationScore },
  projects: readonly Assessed[] = [],
): ReportDocument {
  const assessed = inPrintedOrder({ evaluation, score })
  if (evaluation.kind === 'project') return projectDocument(assessed)
  const { year, cover } = evaluation
  const draft = !isFrozen(evaluation.status)
  const subject = `${year}年度${printable(evaluation.departmentName)}${kindLabels.department}`
  const title = `${subject}绩效自评报告`
  const annex = printable(cover.annexNumber) || '附件2'
  const explanation: ReportBlock[] = evaluation.reconstructed
    ? [{ kind: 'note', text: `${RECONSTRUCTED_MARK}：${RECONSTRUCTED_EXPLANATION}` }]
    : []
  return {
    ...paperOf(evaluation, title),
    table: [
      { kind: 'annex', text: /^附件\s*1\b/u.test(annex) ? '附件2' : '附件1' },
      { kind: 'title', lines: titleLines(`${subject}绩效自评表`, 35) },
      head(evaluation),
      ...funds(assessed),
      ...threePublic(assessed),
      ...otherFigures(assessed),
      goals(assessed),
      tasks(assessed),
      indicators(assessed),
      problems(assessed),
      foot(evaluation),
      ...explanation,
    ],
    report: [
      { kind: 'annex', text: annex },
      { kind: 'title', lines: titleLines(title) },
      ...chapters(assessed, draft),
      { kind: 'signature', name: printable(cover.signature) || printable(evaluation.departmentName), date: chineseDay(cover.date) },
      ...explanation,
    ],
    ...(projects.length === 0 ? {} : { projects: projects.map(projectPaper) }),
  }
}

const projectPaper = (assessed: Assessed): ProjectPaper => ({
  name: printable(assessed.evaluation.projectName ?? ''),
  blocks: projectForm(inPrintedOrder(assessed)),
})

/** The one paper of a project from those of its department; null where it is not among them. */
export function paperOfProject(document: ReportDocument, { projectName, year }: Evaluation): ReportDocument | null {
  const name = printable(projectName ?? '')
  const paper = document.projects?.find((one) => one.name === name)
  const { projects: _, ...rest } = document
  return paper === undefined ? null : { ...rest, title: projectTitle(year, name), table: paper.blocks, report: [] }
}

/** 项目支出绩效自评表: one paper, and no report beside it. */
function projectDocument(assessed: Assessed): ReportDocument {
  const { evaluation } = assessed
  const title = projectTitle(evaluation.year, printable(evaluation.projectName ?? ''))
  return { ...paperOf(evaluation, title), table: projectForm(assessed), report: [] }
}

const projectTitle = (year: number, name: string): string => `${year}年度${name}${kindLabels.project}绩效自评表`

/** What a document says of itself. */
const paperOf = ({ cover, departmentName, year, reconstructed, scheme, status }: Evaluation, title: string) =>
  ({
    format: 'hengji.report/1',
    title,
    author: printable(cover.signature) || printable(departmentName),
    date: cover.date || `${year}-12-31`,
    marks: [
      ...(reconstructed ? [RECONSTRUCTED_MARK] : []),
      ...(scheme.verified ? [] : [`${UNVERIFIED_MARK}方案（未核）`]),
      ...(isFrozen(status) ? [] : ['草稿']),
    ],
  }) as const
