import { notFound } from 'next/navigation'
import { CarriedForms } from '@/app/evaluations/[id]/carried-notice'
import { type Entry, getEntry } from '@/app/evaluations/[id]/entry'
import { AcceptForm } from '@/components/intake/accept-form'
import { Button, FileButton, LinkButton } from '@/components/ui/button'
import { HelpLink } from '@/components/ui/help-link'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page'
import { BookForm } from '@/components/workbook/book-form'
import { DifferenceTable } from '@/components/workbook/difference-table'
import { MappingForm } from '@/components/workbook/mapping-form'
import { PutAwayForm } from '@/components/workbook/put-away-form'
import { TableForm } from '@/components/workbook/table-form'
import { findProjectsWithRevisions, type ProjectWithRevisions } from '@/lib/data/change/project-cells'
import { findCarried, findCellRevisions } from '@/lib/data/evaluation/evaluations'
import { differencesIn } from '@/lib/data/papers/accepted-differences'
import { type BroughtBook, findBroughtBook, knownMappings } from '@/lib/data/papers/read-workbooks'
import type { ForeignBook } from '@/lib/exchange/workbook/foreign/foreign-book'
import { type Said, saidBefore, understood } from '@/lib/exchange/workbook/foreign/guess'
import type { Query } from '@/lib/forms/query'
import { type acceptBookForm, askedAs, SAID_OF_TABLE } from '@/lib/forms/read-workbooks'
import { fieldsOf } from '@/lib/forms/state/fields'
import { formatTime } from '@/lib/messages/dates'
import { sectionLabels } from '@/lib/messages/section-labels'
import { sayBookTrouble, tableShapes } from '@/lib/messages/workbook-reading'
import { acceptFromBook, mapTable, putAway } from './actions'
import { broughtProjects } from './brought-projects'
import { bookReferences } from './references'
import { shownDifferences } from './shown-differences'
import { saidOfTable, shownTable } from './shown-table'

const acceptField = fieldsOf<typeof acceptBookForm>()

export const metadata = { title: '填报工作簿' }

/** The workbook of a department-year: taken away to be filled in elsewhere, brought back, accepted cell by cell, by sheets, or all. */
export default async function WorkbookPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const { id } = await params
  const entry = await getEntry(id)
  if (!entry.mayEnter) notFound()
  const brought = await findBroughtBook(entry.viewer, id)
  return (
    <>
      <PageHeader
        title="填报工作簿"
        description="把本表下载成 Excel 工作簿，离线填写后读入核对；部门决算等其他程序的工作簿也可以读入，取其中的收支数据。采用之前，表中内容不会有任何改变。"
        actions={
          <>
            <FileButton href={`/evaluations/${id}/workbook/file`}>下载工作簿</FileButton>
            {entry.evaluation.projects.length === 0 ? null : (
              <FileButton href={`/evaluations/${id}/workbook/file?of=projects`}>下载项目工作簿</FileButton>
            )}
            <LinkButton href={`/evaluations/${id}`}>返回概览</LinkButton>
            <HelpLink href="/help/workbook" />
          </>
        }
      />
      {/* In the same place before and after: whoever brings it by the keyboard goes on from where they are */}
      <Section title={brought === null ? '读入工作簿' : '换一份工作簿'}>
        <BookForm evaluationId={id} />
      </Section>
      {brought === null ? null : (
        <>
          {brought.foreign === null ? null : (
            <ForeignTable entry={entry} hash={brought.hash} foreign={brought.foreign} said={saidOfTable(await searchParams)} />
          )}
          <Brought
            entry={entry}
            brought={brought}
            revisions={await findCellRevisions(entry.viewer, id)}
            projects={brought.book?.projects === undefined ? null : await findProjectsWithRevisions(entry.viewer, entry.evaluation)}
          />
          <div id="then" tabIndex={-1} className="mt-4 grid justify-items-start gap-4 outline-none">
            <CarriedForms evaluationId={id} carried={await findCarried(entry.viewer, id)} then="#then" />
            <LinkButton variant="primary" href={`/evaluations/${id}/check`}>
              {sectionLabels.check}
            </LinkButton>
          </div>
        </>
      )}
    </>
  )
}

type ForeignProps = { entry: Entry; hash: string; foreign: ForeignBook; said: Said }

/** Another program's workbook: which of its tables, columns and rows are meant. */
async function ForeignTable({ entry: { viewer, evaluation }, hash, foreign, said }: ForeignProps) {
  const { departmentName: name, departmentCode: code } = evaluation
  const { sheets, mapping } = foreign
  const known = [...(mapping === null ? [] : [mapping]), ...(await knownMappings(viewer, evaluation))]
  const table = understood(sheets, saidBefore(said, mapping), known, { name, code })
  if (table === null) return null
  const shown = shownTable(table, evaluation)
  return (
    <Section
      title="表格与表中数据的对应"
      description={
        table.known !== null
          ? '标题与上次的相同，已按上次的对应填好，请核对。'
          : '不是本页下载的工作簿。已按列标题和行名识别，请核对、更正；下次遇到标题相同的表格，照此对应。'
      }
    >
      <div className="grid gap-6">
        <TableForm
          names={SAID_OF_TABLE}
          shapes={tableShapes}
          sheets={sheets.map((sheet) => sheet.name)}
          sheet={shown.sheet}
          head={shown.head}
          shape={shown.shape}
        />
        <MappingForm
          key={`${hash} ${shown.sheet} ${shown.head} ${shown.shape}`}
          evaluationId={evaluation.id}
          book={hash}
          table={shown}
          action={mapTable}
        />
      </div>
    </Section>
  )
}

type Revisions = Awaited<ReturnType<typeof findCellRevisions>>

/** What differs from the form of the evaluation itself, and the revisions of its cells as they are seen. */
function broughtForm(brought: BroughtBook, { evaluation, score }: Pick<Entry, 'evaluation' | 'score'>, revisions: Revisions) {
  const { say, read } = bookReferences({ evaluation, score })
  const seen = Object.fromEntries(
    Object.entries(revisions).flatMap(([address, revision]) => (revision ? [[address, revision.number]] : [])),
  )
  return { sheets: shownDifferences(differencesIn(brought, evaluation, read), evaluation, revisions, say), seen }
}

type BroughtProps = { entry: Entry; brought: BroughtBook; revisions: Revisions; projects: ProjectWithRevisions[] | null }

/** What the workbook that was brought says otherwise than the form does now. */
function Brought({ entry: { evaluation, score }, brought, revisions, projects }: BroughtProps) {
  const { id } = evaluation
  const { name, byName, at, hash, book, foreign } = brought
  const troubles = [...(book ?? foreign).troubles, ...(book?.projects ?? []).flatMap((project) => project.troubles)]
  const { sheets, seen } = projects === null ? broughtForm(brought, { evaluation, score }, revisions) : broughtProjects(brought, projects)
  const all = [...sheets.values()].flat()
  const waiting = all.filter(({ together }) => together).length
  return (
    <div className="grid grid-cols-1 gap-4">
      <Section
        title={name || '工作簿'}
        description={`${book === null ? '' : `${book.by} ${formatTime(book.at)} 下载，`}${byName} ${formatTime(at)} 读入`}
        actions={<PutAwayForm evaluationId={id} book={hash} action={putAway} />}
        className="mb-0"
      >
        {troubles.length === 0 ? null : (
          <Notice tone="warning" title="读入时有以下情况，请核对">
            <ul className="list-disc pl-5">
              {troubles.map((trouble) => (
                <li key={`${trouble.code} ${trouble.place} ${trouble.before}`}>{sayBookTrouble(trouble)}</li>
              ))}
            </ul>
          </Notice>
        )}
      </Section>
      {/* Also with nothing left: what was accepted last is said here */}
      <AcceptForm
        hidden={{ [acceptField('evaluationId')]: id, [acceptField('book')]: hash, [acceptField('seen')]: JSON.stringify(seen) }}
        action={acceptFromBook}
      >
        <div className="flex flex-wrap items-center gap-3">
          {waiting === 0 ? null : (
            <Button type="submit" variant="primary" name={acceptField('accepted')} value={askedAs({ scope: 'all' })}>
              全部采用（{waiting} 处）
            </Button>
          )}
          <p className="text-sm text-muted">
            {all.length === 0 && foreign !== null && foreign.mapping === null
              ? '还没有对应：确认上面的对应后，在这里逐格核对。'
              : all.length === 0
                ? '工作簿与表中内容一致，没有需要采用的。'
                : waiting === all.length
                  ? '采用后写入表中。'
                  : '表中已被他人修改的、需要核对的和要删除的行不在其中，请逐处办理。'}
          </p>
        </div>
        {[...sheets].map(([sheet, differences]) => (
          <DifferenceTable key={sheet} sheet={sheet} differences={differences} />
        ))}
      </AcceptForm>
    </div>
  )
}
