import { describe, expect, test } from 'vitest'
import { type CellContext, readActual } from '@/lib/domain/reading/cell-reading'

const context: CellContext = { dimension: '产出指标', group: '时效指标', name: '示例指标', unit: '' }

describe('days that the calendar does not have cannot be read', () => {
  test.each(['2023年2月29日', '2023-02-29', '2月30日', '2023年4月31日前完成', '2023年13月', '2023年13月5日', '11月31日验收'])(
    '%s',
    (text) => {
      expect(readActual(text, context)).toMatchObject({ kind: 'unreadable', hint: 'noSuchDay' })
    },
  )
  test.each(['2024年2月29日', '2023年12月31日完成', '工期13个月', '13-15月'])('%s is no such day', (text) => {
    expect(readActual(text, context)).not.toMatchObject({ hint: 'noSuchDay' })
  })
})
