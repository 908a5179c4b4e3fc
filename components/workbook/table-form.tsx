import { Button } from '@/components/ui/button'
import { Field, fieldProps, Select, TextInput } from '@/components/ui/field'
import { SAID_OF_TABLE } from '@/lib/forms/read-workbooks'
import { tableShapes } from '@/lib/messages/workbook-reading'

type Props = { sheets: readonly string[]; sheet: string; head: number; shape: keyof typeof tableShapes }

const HEAD_HINT = '列标题有几行的，填最下面一行。'

/** Which table of a workbook is meant, and how it is laid out. The answer stands in the address. */
export function TableForm({ sheets, sheet, head, shape }: Props) {
  return (
    <form className="flex flex-wrap items-end gap-4">
      <Field id="table-sheet" label="工作表">
        <Select id="table-sheet" name={SAID_OF_TABLE.sheet} defaultValue={sheet} key={sheet}>
          {sheets.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="table-head" label="标题在第几行" hint={HEAD_HINT}>
        <TextInput
          {...fieldProps('table-head', HEAD_HINT)}
          key={head}
          name={SAID_OF_TABLE.head}
          defaultValue={String(head + 1)}
          inputMode="numeric"
          className="w-28"
        />
      </Field>
      <Field id="table-shape" label="表格样式">
        <Select id="table-shape" name={SAID_OF_TABLE.shape} defaultValue={shape} key={shape}>
          {Object.entries(tableShapes).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit">重新识别</Button>
    </form>
  )
}
