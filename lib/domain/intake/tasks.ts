import { sharedRun } from '@/lib/domain/text/subjects'
import { type Block, blockOf, type Group, groupsOf, inlineList, isLeadIn, listOf, type Piece, piecesOf } from './pieces'
import { type Found, foundIn, type ReadPaper } from './read-paper'
import { sentencesIn } from './sentences'
import type { TableTask } from './task-table'

/** A 重点工作任务: what was planned under it, and what the report says of its completion. */
export type Task = { name: Found; subItems: Block[]; completion: Block[]; funds?: Omit<TableTask, 'name' | 'content'> }

const LONGEST_NAME = 60
const AS_ALIKE = 4
/** 任务一：, which numbers it. */
const NUMBERED = /^(?:重点|主要)?(?:工作)?任务(?:[一二三四五六七八九十]{1,2}|\d{1,2})[：:、]/
/** Headings of the parts of an assessment, which are no tasks. */
const PARTS =
  /^(?:产出|效益|效果|满意度|数量|质量|时效|成本|进度|社会|经济|生态|可持续|服务对象|执行率|预算|绩效|总体|年度|履职|完成|未完成|部门|项目)/

/** Tasks of the text with their money from the table, and those that only the table has. */
export function withTableTasks(tasks: readonly Task[], rows: readonly TableTask[]): Task[] {
  const all = [...tasks]
  for (const { name, content, ...funds } of rows) {
    const shared = all.map((task) => (task.funds === undefined ? sharedRun(task.name.text, name.text) : 0))
    const place = shared.indexOf(Math.max(0, ...shared))
    const own = all[place]
    if (own !== undefined && (shared[place] ?? 0) >= Math.min(AS_ALIKE, name.text.length)) all[place] = { ...own, funds }
    else all.push({ name, subItems: content === undefined ? [] : [{ kind: 'paragraph', level: 1, text: content }], completion: [], funds })
  }
  return all
}

/** Tasks with their completion, and what is said of the completion of all of them. `apart`: paragraphs that are put elsewhere. */
export function tasksOf(read: ReadPaper, apart: ReadonlySet<number> = new Set()): { tasks: Task[]; overview: Block[] } {
  const tasks = groupsOf(read, 'tasks').flatMap((group) => tasksIn(read, group))
  const planned = tasks.length > 0
  const overview: Block[] = []
  const groups = groupsOf(read, 'completion').flatMap((group) => without(group, apart))
  const numbered = groups.filter(({ head }) => head.marker !== null)
  for (const group of groups) {
    // （二）指标完成情况 above its table says nothing itself.
    if (isHeadingAlone(group)) continue
    const title = titleOf(read, group)
    const blocks = group.pieces.map((piece) => blockOf(read, piece))
    const place = numbered.indexOf(group)
    const own = title === null ? null : taskFor(tasks, title.text, numbered.length === tasks.length ? place : -1)
    if (own !== null) own.completion.push(...completionBlocks(blocks))
    else if (!planned && title !== null && group.head.headingEnd !== null && !PARTS.test(title.text) && title.text.length >= 3) {
      const [, ...rest] = blocks
      const text = read.texts[group.head.index] ?? ''
      const body =
        title.to < text.length ? [{ ...blockOf(read, { ...(group.pieces[0] as Piece), from: title.to }), kind: 'paragraph' as const }] : []
      tasks.push({
        name: { ...foundIn(read, group.head.index, group.head.from, title.end), certainty: 'likely' },
        subItems: [],
        completion: completionBlocks([...body, ...rest]),
      })
    } else overview.push(...blocks)
  }
  return { tasks, overview }
}

const isHeadingAlone = ({ head: { bare, isSentence, own, kind, children } }: Group): boolean =>
  bare && !isSentence && own === kind && children.length === 0

/** A statement without what is put elsewhere; nothing where only its heading is left. */
function without(group: Group, apart: ReadonlySet<number>): Group[] {
  const pieces = group.pieces.filter(({ index }) => !apart.has(index))
  if (pieces.length === group.pieces.length) return [group]
  return pieces.every(({ index }) => index === group.head.index && group.head.bare) ? [] : [{ ...group, pieces }]
}

/** The first paragraph needs no number: the task has one. */
const completionBlocks = (blocks: readonly Block[]): Block[] =>
  blocks.map(({ mark, ...block }, i) =>
    i === 0 ? { ...block, kind: 'paragraph' } : { ...block, level: 1, ...(mark === undefined ? {} : { mark }) },
  )

type ItemTitle = { text: string; end: number; to: number }

/** What an item is called: its heading, or its first words where more follows. */
function titleOf({ texts }: ReadPaper, { head }: Group): ItemTitle | null {
  if (head.marker === null) return null
  const text = texts[head.index] ?? ''
  const named = (end: number, to: number): ItemTitle => ({ text: text.slice(head.from, end), end, to })
  if (head.bare) return named(text.replace(/[。：:；]$/, '').length, text.length)
  const first = /^[^。；：:]{2,60}?[。：:]/.exec(text.slice(head.from))?.[0]
  return first === undefined ? null : named(head.from + first.length - 1, head.from + first.length)
}

/** The task that a paragraph of completions speaks of: the one in its place, or that which shares its words. */
function taskFor(tasks: readonly Task[], title: string, place: number): Task | null {
  const shared = tasks.map(({ name }) => sharedRun(title, name.text))
  const most = Math.max(0, ...shared)
  const inPlace = tasks[place]
  if (inPlace !== undefined && (shared[place] ?? 0) >= 2) return inPlace
  const best = most >= AS_ALIKE ? tasks[shared.indexOf(most)] : undefined
  return best ?? inPlace ?? null
}

function tasksIn(read: ReadPaper, group: Group): Task[] {
  const { pieces, head } = group
  const [first, ...rest] = pieces as [Piece, ...Piece[]]
  const text = read.texts[first.index] ?? ''
  // 年度主要任务包括：, and no task itself
  if (isLeadIn(text.slice(first.from, first.to)))
    return head.children
      .filter(({ kind }) => kind === 'tasks')
      .flatMap((child) => tasksIn(read, { head: child, pieces: piecesOf(read, child, 'tasks'), titleEnd: child.headingEnd }))
  const list = listOf(read, group)
  if (list !== null) return list.items.map(({ from, to }) => taskIn(read, { ...first, from, to, kind: 'item' }, []))
  return [taskIn(read, first, rest)]
}

/** A task's name is its first sentence; what follows are its parts. */
function taskIn(read: ReadPaper, piece: Piece, rest: readonly Piece[]): Task {
  const { index, to } = piece
  const text = read.texts[index] ?? ''
  const from = piece.from + (NUMBERED.exec(text.slice(piece.from, to))?.[0].length ?? 0)
  const parted = /^[^。；：:]{2,60}?[。：:]/.exec(text.slice(from, to))?.[0] ?? ''
  const length = parted.length > 0 && parted.length < to - from && parted.length <= LONGEST_NAME + 1 ? parted.length : to - from
  const name = text.slice(from, from + length).replace(/[。：:；;]$/, '')
  const list = inlineList(text, from + length, to)
  const parts = list === null ? sentencesOf(text, from + length, to) : list.items
  const lead =
    list === null || /^\s*$/.test(text.slice(list.lead.from, list.lead.to)) ? [] : sentencesOf(text, list.lead.from, list.lead.to)
  const inline = [
    ...lead.map((part) => ({ ...part, kind: 'paragraph' as const })),
    ...parts.map((part) => ({ ...part, kind: list === null ? ('paragraph' as const) : ('item' as const) })),
  ]
  return {
    name: foundIn(read, index, from, from + name.length),
    subItems: [
      ...inline.map((part) => blockOf(read, { index, from: part.from, to: part.to, kind: part.kind, level: 1 })),
      ...rest.map((part) => blockOf(read, { ...part, level: 1 })),
    ],
    completion: [],
  }
}

const sentencesOf = (text: string, from: number, to: number): { from: number; to: number }[] => {
  const [first] = sentencesIn(text, from, to)
  return first === undefined ? [] : [{ from: first.from, to }]
}
