'use client'
import { type ReactNode, useRef, useState } from 'react'
import { ProjectTable, type ProjectTableProps } from '@/components/evaluation/projects/project-table'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SelectField, TextField } from '@/components/forms/form-fields'
import { FormFrame } from '@/components/forms/form-frame'
import { useSending } from '@/components/forms/sending'
import { Question } from '@/components/ui/dialog'
import type { earlierProjectForm, newProjectForm, removeProjectForm, renameProjectForm } from '@/lib/forms/projects'
import { fieldsOf } from '@/lib/forms/state/fields'
import { addEarlierProject, addNewProject, removeListedProject, renameListedProject } from './actions'

const newField = fieldsOf<typeof newProjectForm>()
const earlierField = fieldsOf<typeof earlierProjectForm>()
const renameField = fieldsOf<typeof renameProjectForm>()
const removeField = fieldsOf<typeof removeProjectForm>()

/** 新增项目 */
export function NewProjectForm({ evaluationId }: { evaluationId: string }) {
  const sending = useSending(addNewProject)
  const common = { form: 'project', state: sending.state }
  return (
    <FormFrame name="project" sending={sending} submit="新增项目" variant="secondary">
      <input type="hidden" name={newField('evaluationId')} value={evaluationId} />
      <div className="grid max-w-3xl gap-4 sm:grid-cols-[2fr_1fr]">
        <TextField {...common} name={newField('name')} label="项目名称" required autoComplete="off" />
        <TextField {...common} name={newField('code')} label="项目编码（可不填）" autoComplete="off" />
      </div>
    </FormFrame>
  )
}

/** 项目改名 */
export function RenameProjectForm({
  evaluationId,
  projects,
}: {
  evaluationId: string
  projects: readonly { value: string; label: string }[]
}) {
  const sending = useSending(renameListedProject)
  const common = { form: 'rename-project', state: sending.state, required: true }
  return (
    <FormFrame name="rename-project" sending={sending} submit="改名" variant="secondary">
      <input type="hidden" name={renameField('evaluationId')} value={evaluationId} />
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <SelectField {...common} name={renameField('projectId')} label="要改名的项目" options={projects} />
        <TextField {...common} name={renameField('name')} label="新名称" autoComplete="off" />
      </div>
    </FormFrame>
  )
}

/** 列入往年项目 */
export function EarlierProjectForm({
  evaluationId,
  projects,
}: {
  evaluationId: string
  projects: readonly { value: string; label: string }[]
}) {
  const sending = useSending(addEarlierProject)
  return (
    <FormFrame name="earlier-project" sending={sending} submit="列入所选项目" variant="secondary" className="max-w-3xl">
      <input type="hidden" name={earlierField('evaluationId')} value={evaluationId} />
      <SelectField
        form="earlier-project"
        state={sending.state}
        name={earlierField('subjectId')}
        label="往年项目"
        hint="同一项目各年相连，可以沿用上年的目标和指标，并逐年对照。"
        options={projects}
        required
      />
    </FormFrame>
  )
}

type ListProps = Omit<ProjectTableProps, 'remove'> & { evaluationId: string; mayRemove: boolean }

/** The projects, and the one question before one of them is removed. */
export function ProjectList({ evaluationId, mayRemove, ...table }: ListProps): ReactNode {
  const { state, pending, form } = useSending(removeListedProject)
  const dialog = useRef<HTMLDialogElement>(null)
  const [asked, setAsked] = useState<{ id: string; name: string } | null>(null)
  const ask = (project: { id: string; name: string }) => {
    setAsked(project)
    dialog.current?.showModal()
  }
  return (
    <>
      <form id="remove-project" {...form}>
        <DrawnForField />
        <FormFeedback form="remove-project" state={state} />
        <input type="hidden" name={removeField('evaluationId')} value={evaluationId} />
        <input type="hidden" name={removeField('projectId')} value={asked?.id ?? ''} />
        <Question dialog={dialog} title={`移除项目“${asked?.name ?? ''}”？`} confirm="移除" variant="danger" form="remove-project">
          该项目本年已填报的内容将一并移除，只在操作日志中留存；其他年度不受影响。
        </Question>
      </form>
      <ProjectTable {...table} remove={mayRemove && !pending ? ask : null} />
    </>
  )
}
