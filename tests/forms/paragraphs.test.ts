import { describe, expect, test } from 'vitest'
import { paragraphsOf } from '@/lib/forms/paragraphs'

describe('paragraphs pasted into one cell', () => {
  test('lose the numbers that printing gives them again', () => {
    const text = '（一）宣传政策。\n\n(2) 落实党建。\n三、统计工作。\n4.人民防空。\n５、应急\n一是加强党建；\n12）其他'
    expect(paragraphsOf(text)).toEqual(['宣传政策。', '落实党建。', '统计工作。', '人民防空。', '５、应急', '加强党建；', '其他'])
  })

  test('keep what only looks like a number', () => {
    expect(paragraphsOf('2023年完成\n3.5万人次\n一级指标\n十分重视')).toEqual(['2023年完成', '3.5万人次', '一级指标', '十分重视'])
  })

  test('one paragraph is one', () => expect(paragraphsOf('  一段文字\n\n')).toEqual(['一段文字']))
})
