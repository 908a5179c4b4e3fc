import type { Mention } from '@/lib/domain/text/mentions'
import { alike, type Reading } from '@/lib/domain/text/reading'
import { sharedRun } from '@/lib/domain/text/subjects'

/** 财政资金与企业投入之比: the last figures that go by the two names, if both are found. */
export function namedTwo({ text }: Reading, at: number, near: readonly Mention[]): readonly [Mention, Mention] | null {
  const said = /(?:^|[，。；])([\u4e00-\u9fff]{2,10})[与和]([\u4e00-\u9fff]{2,12}?)(?:之间?的?|的)?$/.exec(
    text.slice(Math.max(0, at - 30), at),
  )
  const of = (name: string) => near.slice(0, 24).find(({ label }) => label.endsWith(name) || sharedRun(label, name) >= 4)
  const [x, y] = [of(said?.[1] ?? '\n'), of(said?.[2] ?? '\n')]
  return x === undefined || y === undefined || x === y || !alike(x, y) ? null : [x, y]
}

/** Two names before 之比, one of which no figure goes by. */
const TWO = /(?:^|[，。；])([\u4e00-\u9fff]{2})[与和]([\u4e00-\u9fff]{2})$/
export function namesUnknown({ text }: Reading, at: number, near: readonly Mention[]): boolean {
  const said = TWO.exec(text.slice(Math.max(0, at - 12), at))
  return said !== null && [said[1], said[2]].some((name) => !near.some(({ label }) => label.includes(name ?? '')))
}
