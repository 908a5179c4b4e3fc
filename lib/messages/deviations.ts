const fieldLabels: Readonly<Record<string, string>> = {
  executionRate: '预算执行率',
  executionScore: '预算执行得分',
  total: '自评总分',
  grade: '自评等级',
  reviewedTotal: '复核总分',
  reviewedGrade: '复核等级',
  openErrors: '错误数',
  openWarnings: '待说明警告数',
  explained: '已说明警告数',
}

/** What a stored value that was computed anew is called; an indicator's is its score, whichever it is. */
export const deviationLabel = (field: string): string => fieldLabels[field] ?? '指标得分'

/** What a recomputation found: 有 3 处不一致。 `under way`: so far. */
export function deviationsSummary({
  count,
  frozen,
  write,
  underWay,
}: {
  count: number
  frozen: number
  write: boolean
  underWay: boolean
}): string {
  const so = underWay ? '目前' : ''
  if (count === 0) return `${so}所存结果与重新计算的逐位一致。`
  const open = count - frozen
  const found = open === 0 ? '' : `${so}有 ${open} 处不一致${write ? '，已更正' : '，未更正'}。`
  const kept = frozen === 0 ? '' : `${open === 0 ? `${so}有` : '另有'} ${frozen} 处在已通过的自评表中，以通过时的结果为准，不更正。`
  return `${found}${kept}`
}
