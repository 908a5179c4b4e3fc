import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { EvidenceHere } from './evidence-files'
import { EvidenceUpload } from './evidence-upload'
import type { EvidenceGroup } from './shown-evidence'

type Props = {
  place: string
  label: string
  readOnly: boolean
  /** Fulfilled once the place is there for the server; null where it is already. */
  whenThere: (() => Promise<void>) | null
}

/** 佐证材料 of one place, within the form where it is filled in. The form knows nothing of them: they are asked for when they are wanted. */
export function EvidencePanel({ place, label, readOnly, whenThere }: Props) {
  const evaluationId = usePathname().split('/')[2] ?? ''
  const { group, state, ask } = useEvidence(evaluationId, place)
  return (
    <div className="grid max-w-3xl gap-3 rounded border border-line p-3">
      {state === 'failed' ? <p className="text-sm text-danger">没有取到已有的材料。请检查网络，再展开一次。</p> : null}
      {state === 'said' && group === null ? <p className="text-sm text-muted">还没有佐证材料。</p> : null}
      <EvidenceHere group={group} />
      {whenThere === null ? null : <p className="text-sm text-muted">这一行还没有保存。可以先选好文件，写上内容、保存后自动上传。</p>}
      {readOnly ? null : (
        <EvidenceUpload
          evaluationId={evaluationId}
          places={[{ place, label, group: '' }]}
          initial={place}
          onKept={ask}
          {...(whenThere === null ? {} : { whenThere })}
        />
      )}
    </div>
  )
}

type Answer = { group: EvidenceGroup | null; state: 'asked' | 'said' | 'failed' }

/** What there is, as it was said last. `ask` asks again. */
function useEvidence(evaluationId: string, place: string): Answer & { ask: () => void } {
  const [answer, say] = useState<Answer>({ group: null, state: 'asked' })
  const ask = useCallback(async () => {
    const group = await fetch(`/evaluations/${evaluationId}/evidence/list?${new URLSearchParams({ place })}`)
      .then((said) => (said.ok ? (said.json() as Promise<EvidenceGroup | null>) : undefined))
      .catch(() => undefined)
    say((before) => (group === undefined ? { ...before, state: 'failed' } : { group, state: 'said' }))
  }, [evaluationId, place])
  useEffect(() => void ask(), [ask])
  return { ...answer, ask: () => void ask() }
}
