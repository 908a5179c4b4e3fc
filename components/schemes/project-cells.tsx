'use client'
import { Checkbox, Field, Select } from '@/components/ui/field'
import { PROJECT_EVIDENCE } from '@/lib/domain/schemes/requirable'
import { PROJECT_FORMS } from '@/lib/domain/schemes/scheme'
import { mustLabels, requiredLabel, sayForm } from '@/lib/messages/scheme-fields'
import { LinesCell, TextCell, useDraft, useSet } from './editing'

/** What stands in the draft where a range is chosen first. */
const CHOSEN = {
  '': undefined,
  all: { must: 'all' },
  above: { must: 'above', amount: '' },
  named: { must: 'named', names: [] },
} as const

/** Which projects a department must list. */
export function ProjectCells() {
  const { projects } = useDraft()
  const set = useSet()
  return (
    <fieldset>
      <legend className="font-medium">必须自评的项目</legend>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <Field id="scheme-projects" label="范围">
          <Select
            id="scheme-projects"
            value={projects?.must ?? ''}
            onChange={({ target }) => set('projects', CHOSEN[target.value as keyof typeof CHOSEN])}
          >
            <option value="">由部门决定</option>
            {Object.entries(mustLabels).map(([must, label]) => (
              <option key={must} value={must}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {projects?.must === 'above' ? <TextCell path="projects/amount" label="全年预算数达到（万元）" numeric /> : null}
        {projects?.must === 'named' ? <LinesCell path="projects/names" label="项目名称" hint="每行一个。" /> : null}
      </div>
    </fieldset>
  )
}

/** What each project fills in, and what must vouch for it. */
export function ProjectFormCells() {
  const { projectForm } = useDraft()
  const set = useSet()
  return (
    <fieldset>
      <legend className="font-medium">项目支出绩效自评表</legend>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <Field id="scheme-project-form" label="表样">
          <Select
            id="scheme-project-form"
            value={projectForm?.form ?? PROJECT_FORMS[0]}
            onChange={({ target }) => set('projectForm', { form: target.value, evidence: projectForm?.evidence ?? [] })}
          >
            {PROJECT_FORMS.map((form) => (
              <option key={form} value={form}>
                {sayForm(form)}
              </option>
            ))}
          </Select>
        </Field>
        <div>
          <p className="mb-1 text-sm font-medium">项目送审前必须有的佐证材料</p>
          {PROJECT_EVIDENCE.map((name) => (
            <Checkbox
              key={name}
              label={requiredLabel(name)}
              checked={projectForm?.evidence.includes(name) ?? false}
              onChange={({ target }) => {
                const { form = PROJECT_FORMS[0], evidence = [] } = projectForm ?? {}
                set('projectForm', {
                  form,
                  evidence: PROJECT_EVIDENCE.filter((one) => (one === name ? target.checked : evidence.includes(one))),
                })
              }}
            />
          ))}
        </div>
      </div>
    </fieldset>
  )
}
