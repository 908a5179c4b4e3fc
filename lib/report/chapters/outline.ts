import type { ReportBlock } from '@/lib/domain/report-document'
import { NOT_FILLED } from '@/lib/messages/form-labels'
import { numberAt } from '@/lib/messages/numbering'
import type { Assessed } from '@/lib/report/data-text'
import { narrative, numbered, paragraph } from '@/lib/report/narrative-blocks'
import { conclusion } from './conclusion'
import { funds } from './funds'
import { taskOverview, tasks } from './tasks'

type Section = { chapter: string; heading: string; blocks: (assessed: Assessed) => ReportBlock[] }

/** The sections that a scheme's outline may name, by the name it gives them. A chapter that is its only section has no second heading. */
const SECTIONS: Readonly<Record<string, Section>> = {
  duties: { chapter: '基本情况', heading: '部门职能', blocks: (assessed) => narrative(assessed.evaluation.narrative.duties, 3, assessed) },
  funds: { chapter: '基本情况', heading: '部门整体收支情况', blocks: funds },
  goals: {
    chapter: '基本情况',
    heading: '部门整体支出绩效目标',
    blocks: (assessed) => numbered(assessed.evaluation.goals, 3, assessed),
  },
  tasks: { chapter: '基本情况', heading: '部门年度重点工作任务', blocks: tasks },
  conclusion: { chapter: '综合评价分析', heading: '自评结论综述', blocks: conclusion },
  taskOverview: { chapter: '综合评价分析', heading: '各重点工作任务绩效目标完成情况分析', blocks: taskOverview },
  achievements: {
    chapter: '综合评价分析',
    heading: '主要工作成效',
    blocks: (assessed) => narrative(assessed.evaluation.narrative.achievements, 3, assessed),
  },
  problems: {
    chapter: '存在的主要问题',
    heading: '',
    blocks: (assessed) => numbered(assessed.evaluation.problems, 2, assessed),
  },
  measures: {
    chapter: '下一步改进措施',
    heading: '',
    blocks: (assessed) => numbered(assessed.evaluation.measures, 2, assessed),
  },
}

type Chapter = { heading: string; sections: { heading: string; blocks: ReportBlock[] }[] }

/**
 * The chapters of the report in the order of the scheme's outline, numbered by their place. A section without text says
 * （未填） in a draft and is left out of a finished report.
 */
export function chapters(assessed: Assessed, draft: boolean): ReportBlock[] {
  const all: Chapter[] = []
  for (const name of assessed.evaluation.scheme.outline) {
    const section = Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined
    if (section === undefined) continue
    const written = section.blocks(assessed)
    const blocks = written.length === 0 && draft ? [paragraph(`（${NOT_FILLED}）`)] : written
    if (blocks.length === 0) continue
    const last = all.at(-1)
    if (last?.heading === section.chapter) last.sections.push({ heading: section.heading, blocks })
    else all.push({ heading: section.chapter, sections: [{ heading: section.heading, blocks }] })
  }
  return all.flatMap(chapterBlocks)
}

const chapterBlocks = ({ heading, sections }: Chapter, index: number): ReportBlock[] => [
  { kind: 'heading', level: 1, text: `${numberAt(1, index + 1)}${heading}` },
  ...sections.flatMap((section, place): ReportBlock[] => [
    ...(section.heading === '' ? [] : [{ kind: 'heading', level: 2, text: `${numberAt(2, place + 1)}${section.heading}` } as const]),
    ...section.blocks,
  ]),
]
