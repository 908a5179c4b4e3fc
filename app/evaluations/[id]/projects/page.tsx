import { notFound } from 'next/navigation'
import { getEntry } from '@/app/evaluations/[id]/entry'
import { FindingsBeside } from '@/app/evaluations/[id]/findings-beside'
import { projectsChangedSinceReturn } from '@/app/evaluations/[id]/since-return'
import { ChangedProjects } from '@/components/evaluation/projects/changed-projects'
import { EmptyState } from '@/components/ui/empty-state'
import { HelpLink } from '@/components/ui/help-link'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page'
import { listEarlierProjects } from '@/lib/data/change/projects'
import { sectionsOf } from '@/lib/domain/evaluation/sections'
import { type Query, queryText } from '@/lib/forms/query'
import { requiredProjects, sayProjectChange } from '@/lib/messages/projects'
import { sectionLabels } from '@/lib/messages/section-labels'
import { FundsOfProjects } from './funds-of-projects'
import { EarlierProjectForm, NewProjectForm, ProjectList, RenameProjectForm } from './project-forms'
import { shownProjects } from './shown-projects'

export const metadata = { title: sectionLabels.projects }

/** 项目自评: the projects of a department's year, each with a form of its own, held against 项目支出. */
export default async function ProjectsPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const entry = await getEntry((await params).id)
  const view = queryText(await searchParams, 'view') === 'funds' ? 'funds' : 'list'
  const { viewer, evaluation, mayEnter, locked, asked, open } = entry
  if (!sectionsOf(evaluation).includes('projects')) notFound()
  const { id, scheme, projects } = evaluation
  if (view === 'funds' && projects.length > 0)
    return (
      <>
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
          <h1 className="text-2xl font-semibold">{sectionLabels.projects}</h1>
          <HelpLink href="/help/projects" />
        </div>
        <Views id={id} view={view} />
        {locked ? <Notice className="mb-4" title={`本页只读：${locked}`} /> : null}
        <FundsOfProjects entry={entry} />
      </>
    )
  const [shown, earlier, changes] = await Promise.all([
    shownProjects(viewer, evaluation, ''),
    mayEnter ? listEarlierProjects(viewer, evaluation) : [],
    projectsChangedSinceReturn(viewer, evaluation),
  ])
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-2xl font-semibold">{sectionLabels.projects}</h1>
        <HelpLink href="/help/projects" />
      </div>
      <p className="mb-4 max-w-3xl text-sm text-muted">
        逐个列出本年度的项目，点项目名称填写其项目支出绩效自评表；项目随本部门自评一并送审。{requiredProjects(scheme.projects)}
      </p>
      {locked ? <Notice className="mb-4" title={`本页只读：${locked}`} /> : null}
      {asked && open.length > 0 ? (
        <div className="mb-4">
          <FindingsBeside entry={entry} section="projects" />
        </div>
      ) : null}
      {projects.length === 0 ? null : <Views id={id} view={view} />}
      {changes.length === 0 ? null : (
        <ChangedProjects
          projects={changes.map((change) => ({
            key: change.project?.id ?? `-${change.before}`,
            name: change.project?.projectName ?? change.before ?? '',
            href: change.project && `/evaluations/${change.project.id}`,
            said: sayProjectChange(change),
          }))}
        />
      )}
      <Section id="projects">
        {shown.rows.length === 0 ? (
          <EmptyState title="还没有列入项目">{mayEnter ? '在下方新增项目，或列入往年的项目。' : '本部门没有列入项目。'}</EmptyState>
        ) : (
          <ProjectList evaluationId={id} mayRemove={mayEnter} {...shown} />
        )}
      </Section>
      {mayEnter ? (
        <>
          <Section title="新增项目">
            <NewProjectForm evaluationId={id} />
          </Section>
          {projects.length === 0 ? null : (
            <Section title="项目改名" description="只改本年度及以后的名称，往年的自评表不变；各年仍是同一个项目。">
              <RenameProjectForm evaluationId={id} projects={projects.map(({ id: value, name: label }) => ({ value, label }))} />
            </Section>
          )}
          {earlier.length === 0 ? null : (
            <Section title="列入往年项目">
              <EarlierProjectForm
                evaluationId={id}
                projects={earlier.map(({ subjectId, name, code, year }) => ({
                  value: subjectId,
                  label: [code ?? '', name, year === null ? '' : `（${year} 年度）`].filter((part) => part !== '').join(' '),
                }))}
              />
            </Section>
          )}
        </>
      ) : null}
    </>
  )
}

const VIEWS = [
  { view: 'list', label: '项目列表', query: '' },
  { view: 'funds', label: '各项目资金', query: '?view=funds' },
] as const

/** The list of the projects, or their funds as one table. */
const Views = ({ id, view }: { id: string; view: (typeof VIEWS)[number]['view'] }) => (
  <nav aria-label="项目自评的两种视图" className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
    {VIEWS.map((one) =>
      one.view === view ? (
        <span key={one.view} aria-current="page" className="inline-flex min-h-8 items-center border-b-2 border-action font-medium">
          {one.label}
        </span>
      ) : (
        <Link
          key={one.view}
          href={`/evaluations/${id}/projects${one.query}`}
          className="inline-flex min-h-8 items-center text-action underline-offset-4 hover:underline"
        >
          {one.label}
        </Link>
      ),
    )}
  </nav>
)
