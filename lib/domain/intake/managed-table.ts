import type { Found } from './read-paper'
import { distinct, found, type Row, wordsOf } from './table-rows'

/** A row of 资金管理情况: 分配科学性, 下达及时性 … */
export type TableManaged = { item: Found; text?: Found; problem?: Found }
type ManagedHead = { text: number; problem: number }

/** 情况说明 beside 存在问题和改进措施. */
export function managedHeadOf(row: Row): ManagedHead | null {
  const text = row.findIndex((cell) => /^情况说明|^管理情况$|^情况$/.test(wordsOf(cell.text)))
  const problem = row.findIndex((cell) => /(?:存在)?(?:的)?问题(?:和|及|与|、)?(?:改进|整改)?(?:措施)?$/.test(wordsOf(cell.text)))
  return text < 0 || problem < 0 || text === problem ? null : { text, problem }
}

/** Adds a row; false where it is none. */
export function managedIn(row: Row, { text, problem }: ManagedHead, rows: TableManaged[]): boolean {
  const before = distinct(row.slice(0, text))
  const item = found(before.at(-1))
  if (item === null || !/[\u4e00-\u9fff]{2,}/.test(item.text) || item.text.length > 16) return false
  const [said, wrong] = [found(row[text]), row[problem] === row[text] ? null : found(row[problem])]
  if (said === null && wrong === null) return false
  rows.push({ item, ...(said === null ? {} : { text: said }), ...(wrong === null ? {} : { problem: wrong }) })
  return true
}
