'use client'
import type { ReviewNote } from '@/lib/domain/review/notes'
import { NOT_FILLED } from '@/lib/messages/form-labels'
import { NoteButton } from './draft-note'
import { NotesAt, ReadingTexts, type ReadText, Unfilled } from './reading-section'

/** What stands in a cell that no text refers from; empty where it is 未填. */
type ReadCell = { at: string; label: string; text: string }

/** A 年度重点工作任务 as it is read for review. */
export type ReadTask = {
  id: string
  name: ReadCell
  /** 预算金额 and 执行金额 in 万元; empty where they are 未填. */
  amounts: readonly (ReadCell & { name: string })[]
  subItems: readonly ReadText[]
  /** 对应指标, each at the cell that ties it to the task. */
  indicators: readonly ReadText[]
}

type Props = { tasks: readonly ReadTask[]; notes: readonly ReviewNote[] }

/** Every task with its amounts, what it consists of, and the indicators that measure it. */
export function TaskReading({ tasks, notes }: Props) {
  if (tasks.length === 0) return <Unfilled />
  return (
    <ol className="grid gap-4">
      {tasks.map(({ id, name, amounts, subItems, indicators }, index) => (
        <li key={id} id={`tasks/${id}`} className="scroll-mt-24">
          <h3 id={name.at} className="font-medium">
            {index + 1}. {name.text || NOT_FILLED} <NoteButton at={name.at} label={name.label} />
          </h3>
          <NotesAt at={name.at} notes={notes} />
          <dl className="mt-1 mb-3 flex flex-wrap gap-x-8 text-sm">
            {amounts.map(({ at, label, name: column, text }) => (
              <div key={at} id={at} className="scroll-mt-24">
                <dt className="inline text-muted">{column}：</dt>
                <dd className="inline tabular-nums">
                  {text === '' ? <span className="text-muted">{NOT_FILLED}</span> : `${text} 万元`} <NoteButton at={at} label={label} />
                  <NotesAt at={at} notes={notes} />
                </dd>
              </div>
            ))}
          </dl>
          <ReadingTexts texts={subItems} notes={notes} />
          <p className="mt-3 mb-1 text-sm text-muted">{indicators.length === 0 ? '没有对应的指标' : '对应指标'}</p>
          {indicators.length === 0 ? null : <ReadingTexts texts={indicators} notes={notes} />}
        </li>
      ))}
    </ol>
  )
}
