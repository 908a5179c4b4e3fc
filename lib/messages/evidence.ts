import { parseEvidencePlace, type Scan } from '@/lib/domain/evaluation/evidence'
import type { EvidenceKind } from '@/lib/domain/evaluation/evidence-file'
import type { NamedRows } from '@/lib/domain/evaluation/named-rows'
import { cellLabel } from './cell-labels'

/** What kinds of 佐证材料 are called. */
export const evidenceKindLabels: Readonly<Record<EvidenceKind, string>> = {
  pdf: 'PDF',
  png: 'PNG 图片',
  jpeg: 'JPG 图片',
  docx: 'Word 文档',
  xlsx: 'Excel 表格',
  ofd: 'OFD 文件',
}

/** 附件1 and 附件2 with their stamps. */
export const scanLabels: Readonly<Record<Scan, string>> = {
  table: '附件1 自评表（盖章扫描件）',
  report: '附件2 自评报告（盖章扫描件）',
}

/**
 * The place that evidence belongs to: “社区防控宣传覆盖率”, 部门整体收支, 附件1 自评表（盖章扫描件）, 校验 F05 的说明（…）. Rows that are gone
 * are said so; any other place is called as its cell is.
 */
export function evidencePlaceLabel(text: string, rows: NamedRows): string {
  const place = parseEvidencePlace(text)
  if (place?.kind === 'scan') return scanLabels[place.scan]
  if (place?.kind === 'explanation') return `校验 ${place.code} 的说明（${cellLabel(place.at, rows)}）`
  return cellLabel(text, rows)
}

const KB = 1024

/** 12 KB, 3.4 MB; `size` in bytes. */
export const sayFileSize = (size: number): string =>
  size < KB * KB ? `${Math.max(1, Math.round(size / KB))} KB` : `${(size / KB / KB).toFixed(1)} MB`
