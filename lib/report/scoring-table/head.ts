import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { ReportBlock } from '@/lib/domain/report-document'
import { kindLabels, scopeLabels } from '@/lib/messages/labels'
import { schemeName } from '@/lib/messages/scheme-name'
import { cell, column, label } from './cells'

/** Who, which year, by which rules, and whom to ask. */
export function head({ departmentName, departmentCode, year, kind, scope, scheme, cover }: Evaluation): ReportBlock {
  return {
    kind: 'table',
    table: {
      caption: '基本信息',
      unit: '',
      labels: 0,
      columns: [
        column('', 26, 'center'),
        column('', 76),
        column('', 26, 'center'),
        column('', 36),
        column('', 26, 'center'),
        column('', 35),
      ],
      rows: [
        [label('部门名称'), cell(departmentName), label('预算编码'), cell(departmentCode), label('年度'), cell(String(year))],
        [
          label('评价范围'),
          cell(`${kindLabels[kind]}（${scopeLabels[scope]}）`),
          label('联系人'),
          cell(cover.preparer),
          label('联系电话'),
          cell(cover.phone),
        ],
        [label('评价方案'), { text: schemeName(scheme), span: 5 }],
      ],
    },
  }
}
