/** While a part of the evaluation is on its way; its head already stands. */
export default function Loading() {
  return (
    <div role="status" className="grid gap-4">
      <p className="text-muted">正在载入…</p>
      {['h-24', 'h-48', 'h-32'].map((height) => (
        <div key={height} aria-hidden="true" className={`rounded border border-line bg-surface ${height}`} />
      ))}
    </div>
  )
}
