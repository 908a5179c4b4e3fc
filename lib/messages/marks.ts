import type { Mark } from '@/lib/domain/cells/marks'

/** How the numbering of a list is called where it is chosen. */
export const markLabels: Readonly<Record<Mark, string>> = {
  '': '按报告格式',
  '一、': '一、二、三、',
  '（一）': '（一）（二）（三）',
  '1.': '1. 2. 3.',
  '（1）': '（1）（2）（3）',
  '①': '①②③',
  一是: '一是…二是…三是…',
  无: '不编号（引导语）',
}
