import { notFound } from 'next/navigation'
import { PageMarks } from '@/components/report/page-marks'
import { ReportPaper } from '@/components/report/report-paper'
import { FileButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { checkFrozenPdf } from '@/lib/data/evaluation/frozen-report'
import { formatTime } from '@/lib/messages/dates'
import { refusalSentence } from '@/lib/messages/refusals'
import { sectionLabel, sectionLabels } from '@/lib/messages/section-labels'
import { wakePress } from '@/lib/report/pdf'
import { findPapers } from './papers'

export const metadata = { title: sectionLabels.report }

/** Both papers as they will be printed, and the ways to have them on paper or as a file. */
export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer()
  const { id } = await params
  const papers = await findPapers(viewer, id, { withProjects: false })
  if (papers === null) notFound()
  const { evaluation, document, frozen } = papers
  if (!frozen) wakePress()
  const isProject = evaluation.kind === 'project'
  const kept = await checkFrozenPdf(viewer, id)
  const pdf = `/evaluations/${id}/report/pdf`
  return (
    <>
      <PageHeader
        title={sectionLabel('report', evaluation.kind)}
        description={
          isProject
            ? '项目支出绩效自评表为横排；PDF 按党政机关公文格式（GB/T 9704）排版。'
            : '附件 1 自评表为横排，附件 2 自评报告为竖排，合并下载时各项目的自评表附后；PDF 按党政机关公文格式（GB/T 9704）排版。'
        }
        actions={
          <>
            {isProject ? (
              <FileButton variant="primary" href={`${pdf}?part=table`}>
                下载 PDF
              </FileButton>
            ) : (
              <>
                <FileButton variant="primary" href={`${pdf}?part=both`}>
                  下载 PDF（合并）
                </FileButton>
                <FileButton href={`${pdf}?part=table`}>下载附件 1 自评表</FileButton>
                <FileButton href={`${pdf}?part=report`}>下载附件 2 自评报告</FileButton>
                {evaluation.projects.length === 0 ? null : <FileButton href={`${pdf}?part=projects`}>下载项目支出绩效自评表</FileButton>}
              </>
            )}
            {/* The PDF and not this page: a browser cuts tables and pages as it likes */}
            <FileButton
              href={`${pdf}?part=${isProject ? 'table' : 'both'}&show`}
              target="_blank"
              rel="noopener"
              aria-label="打印：在新窗口打开 PDF"
            >
              打印
            </FileButton>
          </>
        }
      />
      {frozen === null ? (
        <Notice tone="info" title="草稿：数据更改后，此处随之更新；复核通过时定稿。" />
      ) : (
        <Notice tone="success" title={`已定稿：${formatTime(frozen.at)} 复核通过时的报告，此后不再变化。`}>
          <p className="break-all">
            {isProject ? '随部门自评定稿。部门' : ''}PDF 校验值（SHA-256）：{frozen.pdfHash}
          </p>
        </Notice>
      )}
      {kept?.ok === false ? (
        <Notice tone="error" className="mt-4" title="定稿的 PDF 现在无法下载">
          <p>{refusalSentence(kept.refusal)}下面的正文是定稿时的内容，不受影响。</p>
        </Notice>
      ) : null}
      <PageMarks text={document.marks.join('　')} />
      <div className="mt-6">
        <ReportPaper document={document} part="table" />
        {document.report.length === 0 ? null : <ReportPaper document={document} part="report" />}
      </div>
    </>
  )
}
