'use client'
import { Button } from '@/components/ui/button'
import { Field, fieldProps, Select, TextInput } from '@/components/ui/field'
import type { SAID_OF_TABLE } from '@/lib/forms/read-workbooks'
import type { tableShapes } from '@/lib/messages/workbook-reading'

type Shapes = typeof tableShapes
/** `names`: under which the answers stand in the address; `shapes`: what is said of each. */
type Props = { names: typeof SAID_OF_TABLE; shapes: Shapes; sheets: readonly string[]; sheet: string; head: number; shape: keyof Shapes }

const HEAD_HINT = '列标题有几行的，填最下面一行。'

/** Which table of a workbook is meant, and how it is laid out. The answer stands in the address. */
export function TableForm({ names, shapes, sheets, sheet, head, shape }: Props) {
  return (
    <form className="flex flex-wrap items-end gap-4">
      <Field id="table-sheet" label="工作表" className="max-w-full">
        <Select id="table-sheet" name={names.sheet} defaultValue={sheet} key={sheet}>
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
          name={names.head}
          defaultValue={String(head + 1)}
          inputMode="numeric"
          className="w-28"
        />
      </Field>
      <Field id="table-shape" label="表格样式" className="max-w-full">
        <Select id="table-shape" name={names.shape} defaultValue={shape} key={shape}>
          {Object.entries(shapes).map(([value, label]) => (
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
