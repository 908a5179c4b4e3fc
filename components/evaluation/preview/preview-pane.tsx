'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ReportPaper } from '@/components/report/report-paper'
import { Link } from '@/components/ui/link'
import { isAddress, parseAddress } from '@/lib/domain/cells/addresses'
import { itemOf } from '@/lib/domain/cells/funds'
import type { EntrySection } from '@/lib/domain/evaluation/sections'
import { chineseDay } from '@/lib/domain/reading/calendar'
import type { ReportDocument } from '@/lib/domain/report-document'
import { type PaperPart, type PaperPlace, paperPlace } from '@/lib/forms/cells/paper-place'
import { figureItemLabels } from '@/lib/messages/form-labels'

type Props = { evaluation: string; section: EntrySection; revision: number }

/** A region that scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 }

const PARTS = { table: '自评表', report: '自评报告' } as const satisfies Record<PaperPart, string>

/** The papers as the server would print them now, beside the form, at what the person is filling in. */
export function PreviewPane({ evaluation, section, revision }: Props) {
  const { document: paper, failed } = usePaper(evaluation, revision)
  const address = useAddressInHand()
  // Read anew with each paper: what was typed meanwhile is printed by then
  const place = useMemo(() => (paper === null ? null : paperPlace(paper, section, printedOf(address))), [paper, section, address])
  const [chosen, setChosen] = useState<{ part: PaperPart; address: string } | null>(null)
  // What was chosen holds until one goes on to another cell
  const part = chosen !== null && chosen.address === address ? chosen.part : (place?.part ?? 'report')
  const frame = useRef<HTMLElement>(null)
  useEffect(() => (place !== null && place.part === part ? show(frame.current, place) : undefined), [place, part])
  return (
    <aside
      aria-label="版面预览"
      className="sticky top-14 grid max-h-[calc(100dvh-8rem)] grid-rows-[auto_1fr] rounded border border-line bg-surface print:hidden"
    >
      <div className="flex flex-wrap items-center gap-x-3 border-b border-line px-3 py-1 text-sm">
        {(['table', 'report'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={part === one}
            onClick={() => setChosen({ part: one, address })}
            className={
              part === one ? 'min-h-8 font-medium text-action underline underline-offset-4' : 'min-h-8 text-muted hover:text-action'
            }
          >
            {PARTS[one]}
          </button>
        ))}
        <Link href={`${evaluation}/report`} className="ml-auto text-action underline underline-offset-4">
          全文与 PDF
        </Link>
        <p role="status" className="basis-full pb-1 text-xs text-muted">
          {failed ? '暂时取不到版面，下次保存后再取。' : '按已保存的内容排版，保存后随之更新。'}
        </p>
      </div>
      <section ref={frame} aria-label="纸面" {...reachable} className="overflow-y-auto overscroll-contain p-2">
        {/* For the eye: who reads otherwise has the form itself, and the whole papers on their own page */}
        <div inert className="[zoom:0.66] [&_[data-in-hand]]:outline-4 [&_[data-in-hand]]:outline-[#17498a]">
          {paper === null ? null : <ReportPaper document={paper} part={part} />}
        </div>
      </section>
    </aside>
  )
}

/** The document at this revision of the evaluation; the last one until it has come. */
function usePaper(evaluation: string, revision: number): { document: ReportDocument | null; failed: boolean } {
  const [said, setSaid] = useState<{ document: ReportDocument | null; failed: boolean }>({ document: null, failed: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is another paper
  useEffect(() => {
    const asking = new AbortController()
    void fetch(`${evaluation}/report/document`, { signal: asking.signal })
      .then((response) => (response.ok ? (response.json() as Promise<ReportDocument>) : null))
      .catch(() => null)
      .then((document) => {
        if (!asking.signal.aborted) setSaid((before) => ({ document: document ?? before.document, failed: document === null }))
      })
    return () => asking.abort()
  }, [evaluation, revision])
  return said
}

/** The address of the cell in which one is, or was last; empty before the first. */
function useAddressInHand(): string {
  const [address, setAddress] = useState('')
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const at = target instanceof Element ? target.closest('[role=gridcell]')?.id || target.id : ''
      if (isAddress(at)) setAddress(at)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  return address
}

/** What the papers say of a cell, the surest first: its own words, or what its row is called and how far it came. */
function printedOf(address: string): string[] {
  const cell = parseAddress(address)
  if (cell?.part === 'funds') return [figureItemLabels[itemOf(cell.figure)]]
  if (cell?.part === 'indicators' || cell?.part === 'tasks')
    return ['name', 'target', 'actual'].map((column) => document.getElementById(`${cell.part}/${cell.row}/${column}`)?.dataset.text ?? '')
  const box = document.getElementById(address)
  const typed = box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement ? box.value : ''
  return [address === 'cover/date' ? chineseDay(typed) : typed]
}

/** Brings the place into view within the frame, and marks it until the next. */
function show(frame: HTMLElement | null, { block, row }: PaperPlace): (() => void) | undefined {
  const article = frame?.querySelector('article')
  if (frame == null || article == null) return undefined
  const blocks = [...article.children].filter((child) => !child.classList.contains('paper-marks'))
  const whole = blocks[block]
  const at = row === null ? whole : (whole?.querySelectorAll('tbody tr')[row] ?? whole)
  if (at === undefined) return undefined
  const [of, within] = [at.getBoundingClientRect(), frame.getBoundingClientRect()]
  frame.scrollBy({ top: of.top - within.top - within.height / 3 })
  at.setAttribute('data-in-hand', '')
  return () => at.removeAttribute('data-in-hand')
}
