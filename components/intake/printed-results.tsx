type Result = { name: string; printed: string; now: string }

/** What the paper itself says came out, beside what the form gives now: once all is accepted and completed the two should agree. */
export function PrintedResults({ results }: { results: readonly Result[] }) {
  const said = results.filter(({ printed }) => printed !== '')
  if (said.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
      {said.map(({ name, printed, now }) => (
        <div key={name} className="flex gap-2">
          <dt className="text-muted">{name}</dt>
          <dd className="tabular-nums">
            报告 {printed}，表中{now === '—' ? '尚未算出' : ` ${now}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}
