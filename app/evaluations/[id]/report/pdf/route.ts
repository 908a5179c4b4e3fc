import { attachmentHeaders, notHandedOut, shownHeaders } from '@/app/attachment'
import { findPapers } from '@/app/evaluations/[id]/report/papers'
import { findViewer } from '@/lib/auth/viewer'
import { timed } from '@/lib/data/database/request'
import { openFrozenPdf } from '@/lib/data/evaluation/frozen-report'
import { noteDownload } from '@/lib/data/papers/downloads'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { REPORT_PARTS, type ReportPart } from '@/lib/domain/report-document'
import { kindLabels } from '@/lib/messages/labels'
import { refusalSentence } from '@/lib/messages/refusals'
import { reportPdf } from '@/lib/report/pdf'

const PARTS = {
  table: { before: '附件1 ', after: '自评表' },
  report: { before: '附件2 ', after: '自评报告' },
  projects: { before: '', after: '自评表' },
  both: { before: '', after: '自评表和自评报告' },
} satisfies Record<ReportPart, { before: string; after: string }>

/**
 * A paper as PDF. Of an approved evaluation both papers together are the very bytes that were frozen; one alone is set
 * anew from the frozen document. With `?show` the browser shows it, to be printed from there; else it is kept as a file.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const viewer = await findViewer()
  if (viewer === null) return refusal(401, '请先登录。')
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('part') ?? 'both'
  const pdfFile = searchParams.has('show') ? shownPdf : keptPdf
  const part = REPORT_PARTS.find((known) => known === asked)
  if (part === undefined) return refusal(400, '没有这种报告。')
  const papers = await findPapers(viewer, (await params).id, { withProjects: part === 'projects' || part === 'both' })
  if (papers === null) return refusal(404, '没有该自评，或者您无权查看。')
  const { evaluation, document, frozen } = papers
  if (evaluation.kind === 'project' && part !== 'table') return refusal(400, '项目只有自评表。')
  if (part === 'projects' && document.projects === undefined) return refusal(404, '没有列入项目。')
  const name = fileName(evaluation, part)
  const noted = await noteDownload(viewer, evaluation.id, { part })
  if (!noted.ok) return notHandedOut(noted.refusal)
  const frozenPdf = frozen === null || part !== 'both' ? null : await openFrozenPdf(viewer, evaluation.id)
  if (frozenPdf !== null) {
    // What is lost here is no fault of the request; what cannot be read may be later
    if (!frozenPdf.ok) return refusal(frozenPdf.refusal.code === 'file-unreadable' ? 503 : 500, refusalSentence(frozenPdf.refusal))
    return pdfFile(frozenPdf.value.stream, frozenPdf.value.size, name)
  }
  const pdf = await timed('pressMs', () => reportPdf(document, part))
  return pdf.ok ? pdfFile(Uint8Array.from(pdf.value), pdf.value.byteLength, name) : refusal(422, refusalSentence(pdf.refusal))
}

function fileName({ departmentName, projectName, year, kind }: Evaluation, part: ReportPart): string {
  const { before, after } = PARTS[part]
  const about = kindLabels[part === 'projects' ? 'project' : kind]
  const of = `${departmentName}${projectName ?? ''}${year}年度${about}绩效${after}`
  return `${kind === 'project' ? '' : before}${of}.pdf`
}

const keptPdf = (body: BodyInit, size: number, name: string): Response =>
  new Response(body, { headers: attachmentHeaders('application/pdf', size, name, 'report.pdf') })
const shownPdf = (body: BodyInit, size: number, name: string): Response =>
  new Response(body, { headers: shownHeaders('application/pdf', size, name, 'report.pdf') })

const refusal = (status: number, sentence: string): Response =>
  new Response(sentence, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  })
