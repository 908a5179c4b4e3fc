'use client'
import dynamic from 'next/dynamic'

/** The charting code comes after the first paint and never runs on the server: the table twin is what comes with the page. */
const Waiting = () => <div className="flex h-75 items-center justify-center text-sm text-muted">图表载入中…</div>

export const ScoreDistributionChart = dynamic(() => import('./score-distribution'), { ssr: false, loading: Waiting })
export const ExecutionScoreChart = dynamic(() => import('./execution-score'), { ssr: false, loading: Waiting })
