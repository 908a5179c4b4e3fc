'use client'
import { IssuedPasswords } from '@/components/administration/issued-passwords'
import { ListBox } from '@/components/administration/list-box'
import { writeTemplate } from '@/components/administration/list-file'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback } from '@/components/forms/form-fields'
import { useSending } from '@/components/forms/sending'
import { Button } from '@/components/ui/button'
import type { rosterForm } from '@/lib/forms/administration/roster'
import { ROSTER_COLUMNS } from '@/lib/forms/administration/roster-columns'
import { fieldsOf } from '@/lib/forms/state/fields'
import { departmentKindLabels, roleLabels } from '@/lib/messages/labels'
import { takeRoster } from './actions'
import { RosterTable } from './roster-table'

const rosterField = fieldsOf<typeof rosterForm>()
const LIST = rosterField('list')

/** The list, pasted or read from a file; what it comes to; and then everything at once. */
export function RosterForm() {
  const { state, pending, form } = useSending(takeRoster)
  const ready = state.status === 'idle' && state.roster !== undefined
  return (
    <form {...form} noValidate className="flex flex-col gap-4">
      <DrawnForField />
      <FormFeedback form="roster" state={state} />
      <IssuedPasswords state={state} />
      <ListBox
        form="roster"
        name={LIST}
        label="名册"
        hint="从 Excel 或 WPS 复制带表头的表格，粘贴到这里；也可以读入文件。单位已建立的，只填单位代码即可；一人任多职的，写多行。"
        template={{ label: '下载空白名册', write: rosterTemplate }}
        state={state}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name={rosterField('step')} value="check" variant={ready ? 'secondary' : 'primary'} disabled={pending}>
          检查
        </Button>
        {ready ? (
          <Button type="submit" name={rosterField('step')} value="keep" variant="primary" disabled={pending}>
            建立
          </Button>
        ) : null}
      </div>
      {state.roster === undefined ? null : <RosterTable rows={state.roster} />}
    </form>
  )
}

const WORDS: Readonly<Partial<Record<keyof typeof ROSTER_COLUMNS, readonly string[]>>> = {
  kind: Object.values(departmentKindLabels),
  role: Object.values(roleLabels),
  withSubtree: ['是', '否'],
}

const rosterTemplate = (): Promise<void> =>
  writeTemplate(
    '名册',
    (Object.keys(ROSTER_COLUMNS) as (keyof typeof ROSTER_COLUMNS)[]).map((column) => {
      const words = WORDS[column]
      return { header: ROSTER_COLUMNS[column][0], ...(words === undefined ? {} : { words }) }
    }),
  )
