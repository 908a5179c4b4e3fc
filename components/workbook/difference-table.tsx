import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag, type TagTone } from '@/components/ui/tag'
import { type acceptBookForm, askedAs, differenceId } from '@/lib/forms/read-workbooks'
import { fieldsOf } from '@/lib/forms/state/fields'

const acceptField = fieldsOf<typeof acceptBookForm>()

/** Something that a workbook says otherwise than the form, as it is shown. */
export type ShownDifference = {
  at: string
  /** 指标!F12 */
  place: string
  label: string
  now: string
  text: string
  tag: { label: string; tone: TagTone } | null
  said: readonly string[]
  /** What its button does; null: it cannot be accepted. */
  action: '采用' | '替换' | '新增' | '删除' | null
  /** It is accepted with all others. */
  together: boolean
}

type Props = { sheet: string; differences: readonly ShownDifference[] }

/** What a sheet of a workbook says otherwise, cell by cell. */
export function DifferenceTable({ sheet, differences }: Props) {
  const waiting = differences.filter(({ together }) => together).length
  const alone = differences.length - waiting
  const described = [waiting === 0 ? '' : `可采用 ${waiting} 处`, alone === 0 ? '' : `须逐处核对 ${alone} 处`]
  return (
    <Section
      title={sheet}
      description={described.filter((part) => part !== '').join('，')}
      actions={
        waiting === 0 ? null : (
          <Button type="submit" name={acceptField('accepted')} value={askedAs({ scope: 'sheet', sheet })} aria-label={`采用本表：${sheet}`}>
            采用本表
          </Button>
        )
      }
      className="mb-0"
    >
      <Table caption={`${sheet}：工作簿与表中不同之处`} captionHidden>
        <thead>
          <tr>
            <Th>位置</Th>
            <Th>内容</Th>
            <Th>表中现为</Th>
            <Th>工作簿中为</Th>
            <Th>
              <span className="sr-only">办理</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <DifferenceRow key={difference.at} difference={difference} />
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

function DifferenceRow({ difference: { at, place, label, now, text, tag, said, action } }: { difference: ShownDifference }) {
  return (
    <tr>
      <Th scope="row" className="font-normal whitespace-nowrap text-muted tabular-nums">
        {place}
      </Th>
      <Td className="min-w-40">{label}</Td>
      <Td className="break-words whitespace-pre-line text-muted">{now === '' ? '（空）' : now}</Td>
      <Td className="break-words whitespace-pre-line">
        {text === '' ? '（空）' : text}
        {tag === null ? null : (
          <p className="mt-1">
            <Tag tone={tag.tone}>{tag.label}</Tag>
          </p>
        )}
        {said.map((sentence) => (
          <p key={sentence} className="mt-1 text-muted">
            {sentence}
          </p>
        ))}
      </Td>
      <Td className="text-right">
        {action === null ? null : (
          <Button
            type="submit"
            variant="quiet"
            name={acceptField('accepted')}
            value={askedAs({ scope: 'one', at })}
            id={differenceId(at)}
            aria-label={`${action}：${label}`}
          >
            {action}
          </Button>
        )}
      </Td>
    </tr>
  )
}
