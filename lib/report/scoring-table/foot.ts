import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { chineseDay } from '@/lib/domain/reading/calendar'
import type { ReportBlock, ReportRow } from '@/lib/domain/report-document'
import { cell, column, label } from './cells'

/** In mm. A seal is 42 mm across and reaches, as it should, over the names and the date above: the room is for the signature. */
const ROOM = 13

/** Where the seal is set and the person in charge signs, once it is printed. `span`: how many columns stand empty beside each. */
export const sealed = (who: string, span: readonly [number, number]): ReportRow => [
  label('单位盖章'),
  { text: '', span: span[0], room: ROOM },
  label(`${who}签字`),
  { text: '', span: span[1] },
]

/** 填报人, 负责人, 日期, with the places for seal and signature. */
export const foot = ({ cover }: Evaluation): ReportBlock => ({
  kind: 'table',
  table: {
    caption: '填报责任人',
    unit: '',
    labels: 0,
    columns: [column('', 14, 'center'), column('', 28), column('', 14, 'center'), column('', 28), column('', 14, 'center'), column('', 28)],
    rows: [
      [label('填报人'), cell(cover.preparer), label('负责人'), cell(cover.principal), label('日期'), cell(chineseDay(cover.date))],
      sealed('负责人', [3, 1]),
    ],
  },
})
