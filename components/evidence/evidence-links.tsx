import { FileButton } from '@/components/ui/button'
import type { ShownEvidence } from './shown-evidence'

/** Where a file is had from, and where the browser shows it. */
export function EvidenceLinks({ evaluationId, file: { id, name, isShown } }: { evaluationId: string; file: ShownEvidence }) {
  const href = `/evaluations/${evaluationId}/evidence/file?evidence=${id}`
  return (
    <>
      {isShown ? (
        <FileButton variant="quiet" href={`${href}&show`} target="_blank" rel="noopener" aria-label={`预览：${name}（新窗口）`}>
          预览
        </FileButton>
      ) : null}
      <FileButton variant="quiet" href={href} aria-label={`下载：${name}`}>
        下载
      </FileButton>
    </>
  )
}

/** The files of one place, beside what they vouch for. */
export function EvidenceBeside({ evaluationId, files }: { evaluationId: string; files: readonly ShownEvidence[] }) {
  return (
    <ul aria-label="佐证材料" className="divide-y divide-line rounded border border-line">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-4 px-3 py-1 text-sm">
          <span className="min-w-0 flex-1 basis-60">
            <span className="break-all">{file.name}</span> <span className="text-muted">{file.about}</span>
            {file.same === null ? null : <span className="block text-muted">{file.same}</span>}
          </span>
          <span className="flex flex-wrap">
            <EvidenceLinks evaluationId={evaluationId} file={file} />
          </span>
        </li>
      ))}
    </ul>
  )
}
