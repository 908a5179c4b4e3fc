import type { TableCell } from './paper'
import type { Found } from './read-paper'
import { distinct, found, type Row, wordsOf } from './table-rows'

export type TableGoal = { text: Found; completion: Found | null }
/** `before`: what the target was before it was adjusted, where a column says so. */
type GoalHead = { target: number; before: number; actual: number }

/** 年度总体目标: 预期目标 beside 实际完成情况. */
export function goalHeadOf(row: Row): GoalHead | null {
  const at = ({ text }: TableCell, pattern: RegExp): boolean => pattern.test(wordsOf(text)) && text.length < 24
  // 年度总体目标 may stand before them, beside all of its rows.
  const target = row.findLastIndex((cell) => at(cell, TARGET))
  const before = row.findLastIndex((cell, index) => index < target && cell !== row[target] && at(cell, TARGET))
  const actual = row.findIndex((cell) => at(cell, /(?:实际|目标|年度|全年)?(?:完成|实现)情况/))
  return target < 0 || actual < 0 || target === actual ? null : { target, before, actual }
}

const TARGET = /(?:预期|年初|设定|年度|全年|调整后?)(?:[（(]调整[）)])?(?:设定)?(?:总体|绩效)*目标(?!.*完成)$|^(?:总体)?目标(?:内容)?$/

/** Adds a row of goals; false where it is none. */
export function goalsIn(row: Row, { target, before, actual }: GoalHead, goals: TableGoal[]): boolean {
  const text = found(row[target]) ?? found(row[before])
  // What came of it may not be filled in.
  const isBlank = row[actual]?.text === '' && row[target]?.text !== ''
  if (text === null || (distinct(row).length < 2 && !isBlank) || text.text.length < 6) return false
  goals.push({ text, completion: row[actual] === row[target] ? null : found(row[actual]) })
  return true
}
