'use client'
import { useCallback } from 'react'
import { BesideCell } from '@/components/evaluation/cells/beside-cell'
import { ListGrid } from '@/components/evaluation/rows/list-grid'
import type { GridColumn } from '@/components/grid/grid-source'

const COLUMNS: readonly GridColumn[] = [
  {
    key: 'text',
    label: '年度总体目标',
    names: ['预期目标', '年初设定目标', '年度目标', '目标'],
    kind: 'text',
    width: 'minmax(16rem, 1fr)',
  },
  { key: 'completion', label: '实际完成情况', names: ['完成情况', '实际完成'], kind: 'text', width: 'minmax(16rem, 1fr)' },
]

/** 年度总体目标 of a project beside 实际完成情况, as its form has them: a table that is pasted as a block. */
export function GoalGrid({ ids }: { ids: readonly string[] }) {
  const detail = useCallback(
    (id: string) => (
      <div className="grid gap-3">
        {COLUMNS.map(({ key }) => (
          <BesideCell key={key} address={`goals/${id}/${key}`} />
        ))}
      </div>
    ),
    [],
  )
  return <ListGrid list="goals" stored={ids} columns={COLUMNS} noun="年度目标" detail={detail} within={NOTHING} />
}

const NOTHING = () => []
