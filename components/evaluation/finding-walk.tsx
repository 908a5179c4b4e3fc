'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { severityTones } from '@/components/evaluation/cells/severity-tones'
import { wasFilledIn } from '@/components/evaluation/saving/begins'
import { bringTo, focusedCell } from '@/components/evaluation/saving/open-places'
import { KEEPS_OWN } from '@/components/forms/drafts/fields'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import type { Severity } from '@/lib/domain/checks/findings'
import { partOfAddress } from '@/lib/forms/cells/part-of-address'
import { NOT_FILLED, severityLabels } from '@/lib/messages/form-labels'

/** A finding beside its form. `fallback`: where to look where its own cell is not shown. `answer`: how it is explained; null where it is not. */
export type FindingBeside = {
  key: string
  severity: Severity
  unfilled: boolean
  at: string
  fallback: string
  place: string
  /** Null where it only has to be filled in. */
  message: string | null
  answer: ReactNode
}

type Props = { findings: readonly FindingBeside[]; before: string | null; after: string }

/**
 * What asks to be put right or explained in this form, beside it: one walks from one to the next by button or F8 (back by Shift+F8), and
 * from the last on to the next form that has one (`after`), from the first back (`before`).
 */
export function FindingWalk({ findings, before, after }: Props) {
  const router = useRouter()
  const newest = useRef<{ findings: Props['findings']; go: (by: 1 | -1) => void }>({ findings, go: () => undefined })
  const [last, setLast] = useState({ key: '', index: -1 })
  useEffect(() => {
    const at = partOfAddress(window.location.hash.slice(1))
    const index = newest.current.findings.findIndex((finding) => finding.at === at || finding.fallback === at)
    setLast({ key: newest.current.findings[index]?.key ?? '', index })
  }, [])
  const show = (finding: FindingBeside, index: number) => {
    setLast({ key: finding.key, index })
    // Said of the form as a whole: to where it begins
    if (!bringTo(finding.at) && !bringTo(finding.fallback))
      document.querySelector<HTMLElement>(`form[${KEEPS_OWN}] :is(input, textarea, select, button)`)?.focus()
  }
  const go = (by: 1 | -1) => {
    const known = findings.findIndex(({ key }) => key === last.key)
    // A cell that somebody went to by themselves is where they are
    const focused = findings.findIndex(({ at }) => at === focusedCell())
    const here = focused < 0 || findings[known]?.at === findings[focused]?.at ? known : focused
    // What was put right is gone, and the next has come to its place
    let index = here >= 0 ? here + by : by > 0 ? Math.max(last.index, 0) : (last.index < 0 ? findings.length : last.index) - 1
    // What was filled in since the page was drawn asks for nothing more
    while (findings[index]?.unfilled && wasFilledIn(findings[index]?.at ?? '')) index += by
    const next = findings[index]
    if (next !== undefined) show(next, index)
    else if (by > 0) router.push(after)
    else if (before !== null) router.push(before)
  }
  useEffect(() => {
    newest.current = { findings, go }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      // Before a grid, which knows of its own wrong cells only and goes no further
      event.stopPropagation()
      newest.current.go(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
  return (
    <section aria-label="本页校验结果" className="rounded border border-line bg-surface p-3 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">
          <span role="status">{findings.length === 0 ? '本页没有待处理的问题' : `本页待处理 ${findings.length} 处`}</span>
        </h2>
        <span className="flex">
          <Button variant="quiet" title="Shift+F8" inactive={before === null && findings.length === 0} onClick={() => go(-1)}>
            上一处
          </Button>
          <Button variant="quiet" title="F8" onClick={() => go(1)}>
            下一处
          </Button>
        </span>
      </div>
      {findings.length === 0 ? null : (
        <ol className="mt-2 grid max-h-72 gap-2 overflow-auto text-sm roomy:max-h-[70vh]">
          {findings.map((finding, index) => (
            <li
              key={finding.key}
              aria-current={finding.key === last.key ? 'true' : undefined}
              className="border-l-4 border-transparent pl-2 aria-current:border-action"
            >
              <p className="flex flex-wrap items-center gap-x-2">
                {finding.unfilled ? (
                  <Tag tone="warning">{NOT_FILLED}</Tag>
                ) : (
                  <Tag tone={severityTones[finding.severity]}>{severityLabels[finding.severity]}</Tag>
                )}
                <button type="button" className="text-left text-action underline underline-offset-4" onClick={() => show(finding, index)}>
                  {finding.place}
                </button>
              </p>
              {finding.message === null ? null : <p className="mt-0.5">{finding.message}</p>}
              {finding.answer === null ? null : (
                <details className="mt-1">
                  <summary className="cursor-pointer text-action">核实无误，写明原因</summary>
                  <div className="mt-1">{finding.answer}</div>
                </details>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
