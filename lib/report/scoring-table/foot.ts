import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { chineseDay } from '@/lib/domain/reading/calendar'
import type { ReportBlock } from '@/lib/domain/report-document'
import { cell, column, label } from './cells'

/** 填报人, 负责人, 日期. */
export const foot = ({ cover }: Evaluation): ReportBlock => ({
  kind: 'table',
  table: {
    caption: '填报责任人',
    unit: '',
    labels: 0,
    columns: [column('', 14, 'center'), column('', 28), column('', 14, 'center'), column('', 28), column('', 14, 'center'), column('', 28)],
    rows: [[label('填报人'), cell(cover.preparer), label('负责人'), cell(cover.principal), label('日期'), cell(chineseDay(cover.date))]],
  },
})
