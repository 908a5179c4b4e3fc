import { Table, Td, Th } from '@/components/ui/table'
import { parseAddress } from '@/lib/domain/cells/addresses'
import type { Carried, CarriedSection, carriedTexts } from '@/lib/domain/evaluation/carrying'
import { cellLabel } from '@/lib/messages/cell-labels'
import { columnLabels } from '@/lib/messages/column-labels'
import { sayReferences } from '@/lib/messages/data-labels'

type Props = { section: CarriedSection; texts: ReturnType<typeof carriedTexts>; after: Carried['after'] }

/** What a form would take over: an indicator in one row, in the columns that say something; of other forms each cell. */
export const CarriedTable = (props: Props) => (props.section === 'indicators' ? <Indicators {...props} /> : <Cells {...props} />)

function Cells({ texts, after }: Props) {
  return (
    <Table caption="将带入的内容" captionHidden className="min-w-[36rem]">
      <thead>
        <tr>
          <Th>栏目</Th>
          <Th>内容</Th>
        </tr>
      </thead>
      <tbody>
        {texts.map(({ address, text }) => (
          <tr key={address}>
            <Th scope="row">{cellLabel(address, after)}</Th>
            <Td className="whitespace-pre-line">{sayReferences(text, after)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

type Column = keyof typeof columnLabels.indicators
const COLUMNS = Object.keys(columnLabels.indicators) as Column[]

function Indicators({ texts }: Props) {
  const said = new Map<string, Partial<Record<Column, string>>>()
  for (const { address, text } of texts) {
    const at = parseAddress(address)
    if (at?.part === 'indicators') said.set(at.row, { ...said.get(at.row), [at.column]: text })
  }
  const columns = COLUMNS.filter((column) => [...said.values()].some((row) => row[column] !== undefined))
  const labelOf = (column: Column) => (column === 'name' ? '三级指标' : columnLabels.indicators[column])
  return (
    <Table caption="将带入的指标" captionHidden className="min-w-[40rem]">
      <thead>
        <tr>
          {columns.map((column) => (
            <Th key={column} numeric={column === 'maxScore'} className="whitespace-nowrap">
              {labelOf(column)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...said].map(([id, row]) => (
          <tr key={id}>
            {columns.map((column) =>
              column === 'name' ? (
                <Th key={column} scope="row">
                  {row.name}
                </Th>
              ) : (
                <Td key={column} numeric={column === 'maxScore'} className="whitespace-pre-line">
                  {row[column]}
                </Td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
