import type { ReportBlock, ReportDocument } from '@/lib/domain/report-document'

const heading = (level: 1 | 2 | 3, text: string): ReportBlock => ({ kind: 'heading', level, text })

const table: ReportBlock = {
  kind: 'table',
  table: {
    caption: '一级指标得分',
    unit: '单位：万元',
    columns: [
      { heading: '一级指标', width: 2, align: 'start' },
      { heading: '指标值', width: 1, align: 'center' },
      { heading: '得分', width: 1, align: 'end' },
    ],
    labels: 1,
    rows: [
      [{ text: '产出指标', label: true }, { text: '≥95%' }, { text: '1,234.50' }],
      [
        { text: '合计', span: 2 },
        { text: '（盖章）', room: 10 },
      ],
    ],
  },
}

/** Every kind of block once. A typesetter that has set it has read its fonts and its own program: the first paper is as quick as the next. */
export const SPECIMEN: ReportDocument = {
  format: 'hengji.report/1',
  title: '部门整体支出绩效自评报告',
  author: '示例单位',
  date: '2024-01-01',
  marks: ['草稿'],
  table: [
    { kind: 'annex', text: '附件 1' },
    { kind: 'title', lines: ['部门整体支出绩效自评表'] },
    table,
    { kind: 'note', text: '注：满分 100 分。' },
  ],
  report: [
    { kind: 'annex', text: '附件 2' },
    { kind: 'title', lines: ['部门整体支出', '绩效自评报告'] },
    heading(1, '一、基本情况'),
    heading(2, '（一）部门职能'),
    heading(3, '1. 预算执行情况'),
    { kind: 'paragraph', text: '“全年预算”执行率 100.00%，完成年度目标。' },
    table,
    { kind: 'signature', name: '示例单位', date: '2024年1月1日' },
  ],
}
