import { placeOf } from '@/lib/domain/cells/addresses'
import type { ListName } from '@/lib/domain/cells/cells'
import { countedPlace, leadsIn } from '@/lib/domain/cells/list-places'
import { NARRATIVE_SECTIONS } from '@/lib/domain/cells/narrative'
import type { NamedRows } from '@/lib/domain/evaluation/named-rows'
import { columnLabels, coverLabels, figureLabel, indicatorLabel } from './column-labels'
import { figureItemLabel, LEAD_IN, narrativeSectionLabel } from './form-labels'
import { type SectionName, sectionLabels } from './section-labels'

/** How a cell address is said: 部门整体支出 · 全年执行数, “社区防控宣传覆盖率” · 实际完成值. */

/** The label of a cell, of a row (`indicators/<row>`) or of a section (`funds`); rows that are gone are said so. */
export function cellLabel(at: string, rows: NamedRows): string {
  const place = placeOf(at)
  switch (place.kind) {
    case 'name':
      return Object.hasOwn(sectionLabels, place.name) ? sectionLabels[place.name as SectionName] : place.name
    case 'figures':
      return figureItemLabel(place.item, rows.kind ?? 'department')
    case 'row':
      return rowLabel(place.list, place.row, rows)
  }
  const { address } = place
  if (address.part === 'funds') return figureLabel(address.figure, rows.kind)
  if (address.part === 'cover') return coverLabels[address.column]
  const column = (columnLabels[address.part] as Readonly<Record<string, string>>)[address.column]
  const row = rowLabel(address.part, address.row, rows)
  // The column by which its row is known goes without saying.
  return column ? `${row} · ${column}` : row
}

const GONE = '（已删除）'

function rowLabel(list: ListName, row: string, rows: NamedRows): string {
  const place = (all: readonly { id: string }[]): string => {
    const index = all.findIndex(({ id }) => id === row)
    return index < 0 ? GONE : String(index + 1)
  }
  const counted = (noun: string, all: NamedRows['goals']): string => {
    const index = all.findIndex(({ id }) => id === row)
    const own = all[index]
    return own !== undefined && leadsIn(own) ? `${noun}的${LEAD_IN}` : `${noun} ${own === undefined ? GONE : countedPlace(all, index)}`
  }
  switch (list) {
    case 'indicators':
      return indicatorLabel(row, rows)
    case 'tasks':
      return `重点工作任务 ${place(rows.tasks)}`
    case 'goals':
      return counted('绩效目标', rows.goals)
    case 'problems':
      return counted('存在问题', rows.problems)
    case 'measures':
      return counted('改进措施', rows.measures)
    case 'narrative':
      return blockLabel(row, rows)
  }
}

/** What the blocks of text are called, by their ids, for as long as the rows are held: a page asks for each of its cells. */
const known = new WeakMap<NamedRows, ReadonlyMap<string, string>>()

function blockLabel(row: string, rows: NamedRows): string {
  const labels = known.get(rows) ?? blockLabels(rows)
  known.set(rows, labels)
  return labels.get(row) ?? '段落（已删除）'
}

const blockLabels = ({ kind = 'department', narrative, tasks }: NamedRows): ReadonlyMap<string, string> =>
  new Map([
    ...NARRATIVE_SECTIONS.flatMap((section) =>
      narrative[section].map(({ id }, index): [string, string] => [id, `${narrativeSectionLabel(section, kind)} 第 ${index + 1} 段`]),
    ),
    ...tasks.flatMap(({ subItems, completion }, index) => [
      ...subItems.map(({ id }): [string, string] => [id, `重点工作任务 ${index + 1} · 分项`]),
      ...completion.map(({ id }): [string, string] => [id, `重点工作任务 ${index + 1} · 完成情况`]),
    ]),
  ])
