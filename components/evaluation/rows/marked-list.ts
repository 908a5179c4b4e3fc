import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import type { RowList } from '@/lib/domain/evaluation/rows'

/** The section or task in which blocks stand. */
export type BlockPlace = Extract<RowList, { list: 'narrative' }>
/** A list whose rows have a mark: blocks of text, which say what they are, or rows that are items. */
export type MarkedRow = { list: 'goals' | 'problems' | 'measures' } | (BlockPlace & { shape: Pick<NarrativeBlock, 'kind' | 'level'> })

/** `counted`: 项 or 段; `noun`: what one of them is called. */
export type MarkedList = { row: MarkedRow; counted: string; noun: string }
