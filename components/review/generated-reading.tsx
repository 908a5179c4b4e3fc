import type { ReviewNote } from '@/lib/domain/review/notes'
import { ReadingTexts, type ReadText } from './reading-section'

/** What stands in a section that the data say of themselves, and by whom. */
export type ReadGenerated =
  | { by: 'data'; texts: readonly string[] }
  | { by: 'department'; texts: readonly ReadText[] }
  /** The department wants nothing said there. */
  | { by: 'nobody' }

/** 收支情况, 得分构成 and 扣分指标 as they will be printed. */
export function GeneratedReading({ title, read, notes }: { title: string; read: ReadGenerated; notes: readonly ReviewNote[] }) {
  if (read.by === 'data' && read.texts.length === 0) return null
  return (
    <>
      <h3 className="mt-4 mb-1 font-medium">
        {title} <span className="text-sm font-normal text-muted">{SAID_BY[read.by]}</span>
      </h3>
      {read.by === 'data' ? read.texts.map((text) => <p key={text}>{text}</p>) : null}
      {read.by === 'department' ? <ReadingTexts texts={read.texts} notes={notes} /> : null}
    </>
  )
}

const SAID_BY = { data: '由数据生成', department: '填报单位改写', nobody: '填报单位选择不印' } as const
