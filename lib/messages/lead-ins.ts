import type { RowList } from '@/lib/domain/evaluation/rows'

/** What mostly leads in a list. */
export function leadInOf(place: RowList): string {
  switch (place.list) {
    case 'goals':
      return '年度绩效目标如下：'
    case 'problems':
      return '存在以下主要问题：'
    case 'measures':
      return '下一步拟采取以下措施：'
    default:
      return 'section' in place && place.section === 'duties' ? '主要职责是：' : '具体如下：'
  }
}
