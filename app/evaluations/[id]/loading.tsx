'use client'
import { usePathname } from 'next/navigation'
import { type SectionName, sectionLabels } from '@/lib/messages/section-labels'

/** While a part of the evaluation is on its way: its head already stands, and so does its heading. */
export default function Loading() {
  const part = usePathname().split('/')[3] ?? ''
  return (
    <div className="grid gap-4">
      <h1 className="text-2xl font-semibold">{Object.hasOwn(sectionLabels, part) ? sectionLabels[part as SectionName] : '概览'}</h1>
      <p role="status" className="text-muted">
        正在载入…
      </p>
      {['h-24', 'h-48', 'h-32'].map((height) => (
        <div key={height} aria-hidden="true" className={`rounded border border-line bg-surface ${height}`} />
      ))}
    </div>
  )
}
