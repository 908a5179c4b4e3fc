/** Why a paper may not be the one that is wanted. It is a warning: a person may know better. */
export type PaperDoubt =
  | { code: 'otherYear'; said: string; wanted: string }
  | { code: 'otherDepartment'; said: string; wanted: string }
  | { code: 'project' }

/** A doubt about a paper, in Chinese. */
export function paperDoubt(doubt: PaperDoubt): string {
  switch (doubt.code) {
    case 'otherYear':
      return `报告写的是 ${doubt.said} 年度，本表是 ${doubt.wanted} 年度。请确认没有选错报告。`
    case 'otherDepartment':
      return `报告写的是“${doubt.said}”，本表是“${doubt.wanted}”。请确认没有选错报告。`
    case 'project':
      return '这像是一份项目支出绩效自评报告，本表是部门整体支出绩效自评。请确认没有选错报告。'
  }
}
