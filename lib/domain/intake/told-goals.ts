import { type Found, foundIn, type ReadPaper } from './read-paper'
import { sentencesIn } from './sentences'

/** A 绩效目标 that a paragraph says together with what came of it. */
export type ToldGoal = { text: Found; completion: Found | null }
/** `paragraphs`: those that say nothing else. */
export type ToldGoals = { goals: ToldGoal[]; paragraphs: ReadonlySet<number> }

/** 目标1：, 绩效目标二、. */
const NUMBERED = /^(?:年度|绩效|总体|工作|具体|分项)*目标(?:[一二三四五六七八九十]{1,3}|\d{1,2})[：:、.．]/
/** 年初设定的总体目标是：. */
const STATED =
  /^(?:20\d{2}年(?:度)?)?(?:年初)?(?:本|我)?(?:项目|部门|单位|局|委|办|厅|院|中心|镇|乡|街道)?(?:整体)?(?:支出)?(?:设[定立置]|制定|确定|批复|申报)?的?(?:年初|年度)?(?:绩效|总体)+目标[为是]?[：:]/
const COMPLETED = /(?:实际|目标|年度|全年)?(?:完成|实现)情况[为是]?[：:]/
/** The sentence with which it goes on to what was done. */
const DONE = /^(?:截至|年末|年底|全年|实际|目前|经过|通过.{0,12}努力)/

/** 目标1：实际建成9家 says what came of it, and no more what was wanted. */
const CAME_OF_IT = /^(?:已|实际|全年(?:共|已|实际|累计)|累计|共)/

/** 目标1：全年新增图书不少于4万册。完成情况：全年新增图书43,560册。 Where a paragraph says goals alone, it is read as any other of its section. */
export function toldGoalsOf(read: ReadPaper): ToldGoals {
  const goals: ToldGoal[] = []
  const paragraphs = new Set<number>()
  for (const [index, text] of read.texts.entries()) {
    const kind = read.nodes[index]?.kind
    if ((kind !== 'completion' && kind !== 'goals') || paragraphs.has(index)) continue
    const numbered = NUMBERED.exec(text)
    const lead = numbered ?? STATED.exec(text)
    if (lead === null) continue
    const parted = partedAt(text, lead[0].length)
    const below = parted === null && COMPLETED.exec(read.texts[index + 1] ?? '')?.index === 0
    if (parted === null && !below && (numbered === null || kind === 'goals' || CAME_OF_IT.test(text.slice(lead[0].length)))) continue
    goals.push({
      text: foundIn(read, index, lead[0].length, parted?.end ?? text.length),
      completion: parted !== null ? foundIn(read, index, parted.from, text.length) : below ? completionBelow(read, index + 1) : null,
    })
    paragraphs.add(index)
    if (below) paragraphs.add(index + 1)
    // 年度总体绩效目标：, which only leads them in
    if (goals.length === 1 && /目标(?:如下)?[：:]$/.test(read.texts[index - 1] ?? '')) paragraphs.add(index - 1)
  }
  return { goals, paragraphs }
}

/** Where a goal ends and what came of it begins; null where nothing is said of it. */
function partedAt(text: string, start: number): { end: number; from: number } | null {
  const said = COMPLETED.exec(text.slice(start))
  if (said !== null) return { end: start + said.index, from: start + said.index + said[0].length }
  const [, ...rest] = sentencesIn(text, start, text.length)
  const done = rest.find(({ from, to }) => DONE.test(text.slice(from, to)))
  return done === undefined ? null : { end: done.from, from: done.from }
}

function completionBelow(read: ReadPaper, index: number): Found {
  const text = read.texts[index] ?? ''
  return foundIn(read, index, COMPLETED.exec(text)?.[0].length ?? 0, text.length)
}
