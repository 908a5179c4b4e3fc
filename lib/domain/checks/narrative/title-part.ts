import type { TextPart } from '@/lib/domain/checks/form'

/** Which part of a report stands under a heading, by its whole title: 困难群众救助情况 and 主要措施 are chapters like any other. */

/** Others' problems and proposals, those of other years, and 其他需要说明的问题. */
const NOT_OWN = /上一?年|去年|往年|历年|以前|审计|巡[视察]|督[查察导]|检查|人大|代表|政协|委员|提案|征求|收集|其他|说明/
const PROBLEMS =
  /^(?:.{0,20}(?:存在|面临|遇到)的?|.{0,12}(?:自评|评价|绩效|监控).{0,6}发现的?)?(?:当前|目前|主要|突出|的)*(?:问题|不足(?:之处)?|困难|短板|薄弱环节)(?:情况|分析)?$/
const REASONS = /(?:原因|成因)(?:分析)?$/
const AHEAD = '下一?步|下一?阶段|今后|后续|未来|明年|下一?年度?'
const MEASURES = new RegExp(
  `(?:${AHEAD}|改进|整改).{0,8}(?:措施|举措|办法|计划|安排|思路|设想|意见|重点)$|(?:${AHEAD})的?(?:改进|工作)*$|(?:打算|对策|方向|建议)$`,
)
const GOALS = /(?:(?:绩效|年度|总体|整体|年初|预期|工作|项目)目标|年度.{0,8}任务)(?:设[定置]|申报|编制)?(?:情况)?$/
const ACHIEVED = /完成|实现|达成|落实|偏离|差距|未|不/

/**
 * A title that names two of them (存在的问题和改进措施, 主要经验及存在的问题) is none: only the headings below it tell
 * them apart. Reasons go with what they explain.
 */
export function partOf(title: string): TextPart {
  const own = /^[^。：:；;\s]*/.exec(title.trim())?.[0] ?? ''
  const named = own.split(/以及|[、和与及]/).filter((words) => !REASONS.test(words))
  const areAll = (pattern: RegExp) => named.length > 0 && named.every((words) => pattern.test(words))
  if (NOT_OWN.test(own)) return 'report'
  if (areAll(PROBLEMS)) return 'problems'
  if (areAll(MEASURES)) return 'measures'
  return areAll(GOALS) && !named.some((words) => ACHIEVED.test(words)) ? 'goals' : 'report'
}
