'use client'
import { EvidenceHere } from '@/components/evidence/evidence-files'
import type { EvidenceGroup } from '@/components/evidence/shown-evidence'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { Severity } from '@/lib/domain/checks/findings'
import { formatTime } from '@/lib/messages/dates'
import { severityLabels } from '@/lib/messages/form-labels'

/** A finding as it is read for review. `explained` is the department's answer that holds for these figures. */
export type ReadFinding = {
  code: string
  severity: Severity
  at: string
  place: string
  message: string
  explained: { text: string; byName: string; at: string } | null
  /** 佐证材料 of the explanation. */
  evidence: EvidenceGroup | null
}

const TONES = { error: 'danger', warning: 'warning', info: 'info' } as const satisfies Record<Severity, TagTone>

/** What the checks found, the open ones first, each leading to its place on this page, with the department's explanation. */
export function FindingList({ findings }: { findings: readonly ReadFinding[] }) {
  if (findings.length === 0) return <p className="text-sm">没有发现问题。</p>
  return (
    <ul className="grid gap-3">
      {[...findings].sort(byWeight).map(({ code, severity, at, place, message, explained, evidence }) => (
        <li key={`${code} ${at} ${message}`} className="border-b border-line pb-3 last:border-0 last:pb-0">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Tag tone={explained === null ? TONES[severity] : 'neutral'}>
              {severityLabels[severity]} {code}
            </Tag>
            <a href={`#${at}`} className="text-action underline underline-offset-2">
              {place}
            </a>
          </p>
          <p className="mt-1">{message}</p>
          {explained !== null ? (
            <blockquote className="mt-2 border-l-4 border-line-strong bg-sunken px-3 py-2 text-sm">
              <p className="whitespace-pre-line">{explained.text}</p>
              <p className="mt-1 text-xs text-muted">
                单位说明 · {explained.byName} · {formatTime(explained.at)}
              </p>
            </blockquote>
          ) : severity === 'warning' ? (
            <p className="mt-1 text-sm text-warning">单位尚未说明。</p>
          ) : null}
          <EvidenceHere group={evidence} />
        </li>
      ))}
    </ul>
  )
}

const weight = ({ severity, explained }: ReadFinding): number =>
  severity === 'error' ? 0 : severity === 'warning' ? (explained === null ? 1 : 2) : 3
const byWeight = (a: ReadFinding, b: ReadFinding): number => weight(a) - weight(b)
