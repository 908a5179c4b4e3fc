'use client'
import { SearchForm } from '@/components/forms/search-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { BANDS, FINDINGS_STATES } from '@/lib/domain/evaluation/evaluation-list'
import { REVIEW_NODES, REVIEW_STATUSES } from '@/lib/domain/review/review'
import { type DashboardView, isSelective, type parameters } from '@/lib/forms/dashboard'
import { fieldsOf } from '@/lib/forms/state/fields'
import { bandName, findingsStateLabels, gradeOver } from '@/lib/messages/dashboard'
import { nodeLabels, statusLabels } from '@/lib/messages/labels'

const parameter = fieldsOf<typeof parameters>()

type Option = readonly [value: string, label: string]

const GRADES = ['excellent', 'good', 'fair', 'poor', 'none'] as const
const statuses = REVIEW_STATUSES.map((status): Option => [status, statusLabels[status]])
const nodes = REVIEW_NODES.map((node): Option => [node, nodeLabels[node]])
const grades = GRADES.map((grade): Option => [grade, gradeOver(grade)])
const findings = FINDINGS_STATES.map((state): Option => [state, findingsStateLabels[state]])
const bands = BANDS.map((band): Option => [band, bandName(band)])
const deadlines: readonly Option[] = [['overdue', '已逾期未办结']]

/** Narrows the list. A plain GET form: what it says stands in the URL, with or without scripts. */
export function YearFilter({ year, view }: { year: number; view: DashboardView }) {
  const { selection, order } = view
  return (
    <search>
      <SearchForm action={`/dashboard/${year}#list`} className="flex flex-wrap items-end gap-3">
        {order.by !== 'doubt' && (
          <>
            <input type="hidden" name={parameter('sort')} value={order.by} />
            <input type="hidden" name={parameter('dir')} value={order.descending ? 'desc' : 'asc'} />
          </>
        )}
        <Field id="filter-q" label="部门名称、代码或拼音" className="w-full sm:w-52">
          <TextInput key={selection.query} id="filter-q" name={parameter('q')} defaultValue={selection.query} maxLength={60} />
        </Field>
        <Choice name={parameter('status')} label="状态" value={selection.status} options={statuses} />
        <Choice name={parameter('node')} label="所在环节" value={selection.node} options={nodes} />
        <Choice name={parameter('grade')} label="等级" value={selection.grade} options={grades} />
        <Choice name={parameter('findings')} label="校验结果" value={selection.findings} options={findings} />
        <Choice name={parameter('band')} label="得分区间" value={selection.band} options={bands} />
        <Choice name={parameter('deadline')} label="期限" value={selection.deadline} options={deadlines} />
        <Button type="submit">筛选</Button>
        {isSelective(view) && (
          <LinkButton href={`/dashboard/${year}#list`} variant="quiet">
            清除筛选
          </LinkButton>
        )}
      </SearchForm>
    </search>
  )
}

function Choice({ name, label, value, options }: { name: string; label: string; value: string | null; options: readonly Option[] }) {
  return (
    <Field id={`filter-${name}`} label={label} className="min-w-32 grow sm:grow-0">
      <Select key={value} id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">全部</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  )
}
