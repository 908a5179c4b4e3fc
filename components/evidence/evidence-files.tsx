import type { ReactNode } from 'react'
import { FileButton } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import type { EvidenceGroup, ShownEvidence } from './shown-evidence'

type Props = { files: readonly ShownEvidence[]; label: string; beside?: (file: ShownEvidence) => ReactNode }

/** Files of 佐证材料, each with the ways to it and what else (`beside`) may be done with it. */
export function EvidenceFiles({ files, label, beside }: Props) {
  return (
    <ul aria-label={label} className="divide-y divide-line rounded border border-line">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-4 px-3 py-1 text-sm">
          <span className="min-w-0 flex-1 basis-60">
            <span className="break-all">{file.name}</span> <span className="text-muted">{file.about}</span>
            {file.same === null ? null : <span className="block text-muted">{file.same}</span>}
          </span>
          <span className="flex flex-wrap">
            {file.isShown ? (
              <FileButton
                variant="quiet"
                href={`${file.href}&show`}
                target="_blank"
                rel="noopener"
                aria-label={`预览：${file.name}（新窗口）`}
              >
                预览
              </FileButton>
            ) : null}
            <FileButton variant="quiet" href={file.href} aria-label={`下载：${file.name}`}>
              下载
            </FileButton>
            {beside?.(file)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The files of one place, beside what they vouch for; nothing where there are none. Those beyond what is shown stand on the page of 佐证材料. */
export function EvidenceHere({ group, title = '佐证材料' }: { group: EvidenceGroup | null; title?: string }) {
  if (group === null) return null
  const { files, count, all } = group
  return (
    <div className="mt-2">
      <p className="mb-1 text-sm text-muted">
        {title} {count} 个
      </p>
      <EvidenceFiles files={files} label={title} />
      {files.length === count ? null : (
        <p className="mt-1 text-sm">
          这里是最近的 {files.length} 个，{' '}
          <Link href={all} className="text-action underline underline-offset-4">
            查看全部 {count} 个
          </Link>
        </p>
      )}
    </div>
  )
}
