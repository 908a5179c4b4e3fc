import './report.css'
import type { ReportBlock, ReportDocument } from '@/lib/domain/report-document'
import { ReportGrid } from './report-grid'

/** One paper of the report as it will be printed: 附件 1 on landscape, 附件 2 on portrait pages. */
export function ReportPaper({ document, part }: { document: ReportDocument; part: 'table' | 'report' }) {
  const blocks = document[part]
  return (
    <article className={`paper paper-${part}`} aria-label={part === 'table' ? '自评表' : '自评报告'}>
      {document.marks.length > 0 ? <p className="paper-marks">{document.marks.join('　')}</p> : null}
      {blocks.map((block, place) => (
        <Block key={placeKey(block, place)} block={block} />
      ))}
    </article>
  )
}

/** Blocks have no ids of their own, and a finished document never changes their order. */
const placeKey = (block: ReportBlock, place: number): string => `${place}-${block.kind}`

function Block({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case 'annex':
      return <p className="paper-annex">{block.text}</p>
    case 'title':
      return (
        <h2 className="paper-title">
          {block.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </h2>
      )
    case 'heading':
      return <Heading level={block.level} text={block.text} />
    case 'paragraph':
      return <p className="paper-paragraph">{block.text}</p>
    case 'note':
      return <p className="paper-note">{block.text}</p>
    case 'table':
      return <ReportGrid table={block.table} />
    case 'signature':
      return (
        <div className="paper-signature">
          <p>
            <span>{block.name}</span>
            <span>{block.date}</span>
          </p>
        </div>
      )
  }
}

function Heading({ level, text }: { level: 1 | 2 | 3; text: string }) {
  if (level === 1) return <h3 className="paper-heading-1">{text}</h3>
  if (level === 2) return <h4 className="paper-heading-2">{text}</h4>
  return <h5 className="paper-heading-3">{text}</h5>
}
