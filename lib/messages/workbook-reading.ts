import { narrativeSectionLabel } from './form-labels'
import { bookHeadings, bookSheets } from './workbook'

/** What is said of a 填报工作簿 that was read. The codes are those of lib/exchange/workbook. */

const notes = {
  formula: (text: string) => `取公式 ${text} 的结果`,
  perCent: (text: string) => `单元格中为 ${text}，按百分比格式读作所示`,
  serialDay: (text: string) => `由日期序列号 ${text} 换算`,
  day: (text: string) => `单元格是日期 ${text}，按其格式读作所示`,
  scaled: (text: string) => `单元格格式 ${text} 改变了显示的数量级，请核对`,
  heading: (text: string) => `列标题已改为“${text}”，请核对`,
  rowLabel: (text: string) => `行名已改为“${text}”，请核对`,
  otherRow: () => '此行写着另一行的名称，可能只排序了部分列，请核对',
}
export const sayBookNote = ({ code, text }: { code: keyof typeof notes; text: string }): string => notes[code](text)

const wrongs = {
  errorValue: (text: string) => `单元格是错误值 ${text}`,
  noResult: () => '公式还没有结果，请用 Excel 或 WPS 打开、保存后再读入',
  merged: () => '单元格与其他格合并了，无法确定其内容',
  unknownName: (text: string) => `没有叫“${text}”的任务或措施，请从下拉列表中选择`,
}
export const sayBookWrong = (code: keyof typeof wrongs, text: string): string => wrongs[code](text)

type Trouble = { place: string; before: string; now: string }
const troubles = {
  tableMissing: ({ before }: Trouble) =>
    `“${tables[before] ?? before}”没有读入：没有找到这张表，或者其中隐藏的标识行、标识列被删改。请重新下载工作簿，把填好的内容复制过去。`,
  columnMissing: ({ place, before }: Trouble) => `${place}：没有找到“${before}”一列，该列没有读入。`,
  rowMissing: ({ before }: Trouble) => `没有找到“${before}”一行，该行没有读入。`,
  headingChanged: ({ place, before, now }: Trouble) => `${place}：列标题由“${before}”改为“${now || '（空）'}”，该列请逐格核对。`,
  rowLabelChanged: ({ place, before, now }: Trouble) => `${place}：行名由“${before}”改为“${now || '（空）'}”，该行请逐格核对。`,
  givenChanged: ({ place, before, now }: Trouble) => `${place}：由系统给出的“${before}”被改为“${now || '（空）'}”，不采用。`,
  outside: ({ place, now }: Trouble) => `${place}：表外的内容“${now}”没有读入。`,
  rowsSwapped: ({ place, before, now }: Trouble) => `${place}：原为“${before}”的一行现写着“${now}”，可能只排序了部分列，该行请逐格核对。`,
  foundByName: ({ place, before }: Trouble) => `${place}：此行隐藏的标识被删，已按名称认作“${before}”。`,
  namedTwice: ({ place, before, now }: Trouble) => `${place}：“${now}”与 ${before} 指同一个数而数值不同，没有采用。`,
}
export const sayBookTrouble = ({ code, ...facts }: Trouble & { code: keyof typeof troubles }): string => troubles[code](facts)

/** How tables of other programs are laid out. */
export const tableShapes = {
  items: '每行一个项目，各列为预算数、决算数等',
  line: '一行是本单位（或合计）的全部数据，各列为不同项目',
} as const

/** What the tables are called. */
const tables: Readonly<Record<string, string>> = {
  cover: bookSheets.cover,
  funds: bookSheets.funds,
  carryOver: `${bookSheets.funds} · 结转结余`,
  threePublic: `${bookSheets.funds} · “三公”经费`,
  others: `${bookSheets.funds} · 其他${bookHeadings.value}`,
  goals: bookSheets.goals,
  tasks: bookSheets.tasks,
  indicators: bookSheets.indicators,
  problems: `${bookSheets.problems} · 存在问题`,
  measures: `${bookSheets.problems} · 改进措施`,
  ...Object.fromEntries(
    (['deviation', 'implementation', 'conclusion'] as const).map((section) => [section, narrativeSectionLabel(section, 'project')]),
  ),
}

export const bookConflict = (byName: string, written: string): string =>
  `工作簿下载后，${byName}改过这一格（下载时为“${written || '（空）'}”）；采用即替换`
export const BOOK_ROW_REMOVED = '工作簿下载后，此行已从表中删除，不能写入'
export const BOOK_ROW_COPIED = '像是复制的行，请核对后再采用'
