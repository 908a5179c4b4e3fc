'use client'
import { ListBox } from '@/components/administration/list-box'
import { writeTemplate } from '@/components/administration/list-file'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback } from '@/components/forms/form-fields'
import { useSending } from '@/components/forms/sending'
import { Button } from '@/components/ui/button'
import type { pastYearsForm } from '@/lib/forms/administration/past-years'
import { PAST_FIGURES, YEAR_COLUMN } from '@/lib/forms/administration/past-years-columns'
import { ROSTER_COLUMNS } from '@/lib/forms/administration/roster-columns'
import { fieldsOf } from '@/lib/forms/state/fields'
import { takePastYears } from './actions'
import { PastYearsTable } from './past-years-table'

const field = fieldsOf<typeof pastYearsForm>()

/** The list, pasted or read from a file; what it comes to; and then everything at once. */
export function PastYearsForm() {
  const { state, pending, form } = useSending(takePastYears)
  const ready = state.status === 'idle' && state.pastYears !== undefined
  const template = () =>
    writeTemplate(
      '往年数据',
      [ROSTER_COLUMNS.code[0], ROSTER_COLUMNS.name[0], YEAR_COLUMN[0], ...PAST_FIGURES.map(({ heading }) => heading)].map((header) => ({
        header,
      })),
    )
  return (
    <form {...form} noValidate className="flex flex-col gap-4">
      <DrawnForField />
      <FormFeedback form="past-years" state={state} />
      <ListBox
        form="past-years"
        name={field('list')}
        label="往年数据"
        hint="从 Excel 或 WPS 复制带表头的表格，粘贴到这里；也可以读入文件。一行是一个部门一个年度，金额单位为万元；没有的数留空，用不到的列可以删去。"
        template={{ label: '下载空白表', write: template }}
        state={state}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name={field('step')} value="check" variant={ready ? 'secondary' : 'primary'} disabled={pending}>
          检查
        </Button>
        {ready ? (
          <Button type="submit" name={field('step')} value="keep" variant="primary" disabled={pending}>
            采用
          </Button>
        ) : null}
      </div>
      {state.pastYears === undefined ? null : <PastYearsTable rows={state.pastYears} />}
    </form>
  )
}
