import { attachmentHeaders, notHandedOut } from '@/app/attachment'
import { bringing } from '@/app/evaluations/[id]/brought-file'
import { bookReferences } from '@/app/evaluations/[id]/workbook/references'
import { findViewer } from '@/lib/auth/viewer'
import { findProjects } from '@/lib/data/change/projects'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { noteDownload } from '@/lib/data/papers/downloads'
import { takeInBook } from '@/lib/data/papers/read-workbooks'

type Props = { params: Promise<{ id: string }> }

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The 填报工作簿 of a department-year as it stands now, or with `of=projects` that of all its projects. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const evaluation = await findEvaluation(viewer, (await params).id)
  if (evaluation === null) return new Response(null, { status: 404 })
  const ofProjects = new URL(request.url).searchParams.get('of') === 'projects'
  if (ofProjects && evaluation.projects.length === 0) return new Response(null, { status: 404 })
  const noted = await noteDownload(viewer, evaluation.id, { part: 'workbook' })
  if (!noted.ok) return notHandedOut(noted.refusal)
  // Loaded where somebody asks for it: nothing of it stays with every other request
  const [{ evaluationBook }, { writeBook }] = await Promise.all([
    import('@/lib/exchange/workbook/evaluation-book'),
    import('@/lib/exchange/workbook/write-book'),
  ])
  if (ofProjects) {
    const { projectsBook } = await import('@/lib/exchange/workbook/projects-book')
    const projects = await findProjects(viewer, evaluation)
    const scored = await Promise.all(
      projects.map(async (project) => ({ evaluation: project, score: (await findAssessment(viewer, project)).score })),
    )
    const say = (project: (typeof scored)[number]) => bookReferences(project).say
    const book = projectsBook(evaluation, scored, { by: viewer.name, at: new Date().toISOString(), say })
    return bookFile(await writeBook(book), `${evaluation.departmentName}${evaluation.year}年度项目填报工作簿.xlsx`)
  }
  const { score } = await findAssessment(viewer, evaluation)
  const { say } = bookReferences({ evaluation, score })
  const bytes = await writeBook(evaluationBook({ evaluation, score }, { by: viewer.name, at: new Date().toISOString(), say }))
  return bookFile(bytes, `${evaluation.departmentName}${evaluation.year}年度填报工作簿.xlsx`)
}

const bookFile = (bytes: Uint8Array, name: string): Response =>
  new Response(Uint8Array.from(bytes), { headers: attachmentHeaders(XLSX, bytes.byteLength, name, 'workbook.xlsx') })

/** Takes in a workbook that was filled in. */
export const POST = bringing(takeInBook, '已读入，请核对后采用。')
