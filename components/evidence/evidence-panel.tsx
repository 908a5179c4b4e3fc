import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { EvidenceBeside } from './evidence-links'
import { EvidenceUpload } from './evidence-upload'
import type { ShownEvidence } from './shown-evidence'

/** 佐证材料 of one place, within the form where it is filled in. The form knows nothing of them: they are asked for when they are wanted. */
export function EvidencePanel({ place, label, readOnly }: { place: string; label: string; readOnly: boolean }) {
  const evaluationId = usePathname().split('/')[2] ?? ''
  const { files, failed, ask } = useEvidence(evaluationId, place)
  return (
    <div className="grid max-w-3xl gap-3 rounded border border-line p-3">
      {failed ? <p className="text-sm text-danger">没有取到已有的材料。请检查网络，再展开一次。</p> : null}
      {files === null ? null : files.length === 0 ? (
        <p className="text-sm text-muted">还没有佐证材料。</p>
      ) : (
        <EvidenceBeside evaluationId={evaluationId} files={files} />
      )}
      {readOnly ? null : <EvidenceUpload evaluationId={evaluationId} places={[{ place, label, group: '' }]} initial={place} onKept={ask} />}
    </div>
  )
}

/** What there is; null before the first answer. `ask` asks again. */
function useEvidence(evaluationId: string, place: string) {
  const [said, say] = useState<{ files: readonly ShownEvidence[] | null; failed: boolean }>({ files: null, failed: false })
  const ask = useCallback(async () => {
    const files = await fetch(`/evaluations/${evaluationId}/evidence/list?${new URLSearchParams({ place })}`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<ShownEvidence[]>) : null))
      .catch(() => null)
    say((before) => ({ files: files ?? before.files, failed: files === null }))
  }, [evaluationId, place])
  useEffect(() => void ask(), [ask])
  return { ...said, ask: () => void ask() }
}
