import type { Check, Found } from './check'
import { allDone } from './narrative-claims'
import { figureChecks } from './narrative-figures'
import { keyFigureChecks } from './narrative-key-figures'
import { nameChecks } from './narrative-names'
import { problemsAndMeasures } from './narrative-problems'
import { beginsPart, excerpt, headingOf, MOST, occurrences, type Passage, passagesOf, reports } from './report-text'

/** One finding for each place of a pattern in the text. */
const everywhere = (
  code: string,
  severity: Check['severity'],
  pattern: RegExp,
  factsOf: (match: RegExpExecArray, passage: Passage) => Found['facts'] | null,
): Check => ({
  code,
  severity,
  find: (form) =>
    passagesOf(form).flatMap((passage) =>
      occurrences(passage.text, pattern).flatMap((match) => {
        const facts = factsOf(match, passage)
        return facts === null ? [] : [{ at: passage.at, facts }]
      }),
    ),
})

/** T02: template text was left in. References to data ({{total/…}}) are no template text. */
const placeholders = everywhere(
  'T02',
  'warning',
  /(?<!\{)\{[^{}]{1,20}\}(?!\})|[Xx×]{2,}|某某|待填|待定|_{3,}|【[^】]{0,20}填[^】]{0,20}】/g,
  (match, { text }) => ({
    found: match[0],
    text: excerpt(text, match.index, match[0].length),
  }),
)

/** T07: figures of a few months in a report on a year. */
const partOfYear = everywhere(
  'T07',
  'info',
  /(?<!\d)1月?[-—–~～至到](\d{1,2})月份?|前三季度|前(?:[一二三四五六七八九十]{1,2}|\d{1,2})个月/g,
  (match, { text }) => {
    const month = match[1]
    // 绩效运行监控 covers a part of the year by its nature, and so may the time for which something was planned.
    if (/监控|监测|实施期|建设期|工期|期限|周期|时间为/.test(text.slice(Math.max(0, match.index - 10), match.index + match[0].length + 12)))
      return null
    if (month === '12' || (month !== undefined && !/^(?:[2-9]|1[01])$/.test(month)) || /前(?:十二|12)个月/.test(match[0])) return null
    return { found: match[0], text: excerpt(text, match.index, match[0].length + 8) }
  },
)

/** A slip of the pen, what was meant, and the signs before or behind it that make other words of it (以经济, 自己经营, 目的的). */
const SLIPS: readonly { slip: string; intended: string; notBehind?: string; notBefore?: string }[] = [
  { slip: '拔付', intended: '拨付', notBehind: '选|提' },
  { slip: '拔款', intended: '拨款' },
  { slip: '建立建全', intended: '建立健全' },
  { slip: '布署', intended: '部署' },
  { slip: '按排', intended: '安排', notBefore: '名|序|放|水|污|查' },
  { slip: '以经', intended: '已经', notBefore: '济|营|费|验|办|纪|销|贸|信|典|过|历|常' },
  { slip: '己经', intended: '已经', notBehind: '自' },
  { slip: '竟争', intended: '竞争', notBehind: '究|毕' },
  { slip: '竟赛', intended: '竞赛' },
  { slip: '松驰', intended: '松弛' },
  { slip: '坚苦', intended: '艰苦' },
  { slip: '严历', intended: '严厉', notBehind: '庄' },
  { slip: '帐户', intended: '账户' },
  { slip: '帐号', intended: '账号' },
  { slip: '帐目', intended: '账目' },
  { slip: '记帐', intended: '记账' },
  { slip: '对帐', intended: '对账' },
  { slip: '迫不急待', intended: '迫不及待' },
  { slip: '再接再励', intended: '再接再厉' },
  { slip: '的的', intended: '的', notBehind: '目', notBefore: '确|士' },
  { slip: '了了', intended: '了', notBehind: '为|目', notBefore: '解|结' },
  { slip: '和和', intended: '和', notBehind: '共|调|饱|温', notBefore: '美|气|平|谐|睦|解|善' },
]
const INTENDED = new Map(SLIPS.map(({ slip, intended }) => [slip, intended]))
const SLIP = new RegExp(
  [
    '截止(?=\\d{1,4}年|\\d{1,2}月|目前|年底|年末|当前|[12]\\d{3})',
    ...SLIPS.map(({ slip, notBehind, notBefore }) => `(?<!${notBehind ?? '\\n'})${slip}(?!${notBefore ?? '\\n'})`),
  ].join('|'),
  'g',
)

/** T08: a likely slip of the pen: 截止 for 截至, 拔付 for 拨付, a word twice. */
const slips = everywhere('T08', 'info', SLIP, (match, { text }) => {
  const found = match[0]
  return { found, intended: INTENDED.get(found) ?? '截至', text: excerpt(text, match.index, found.length) }
})

/** T12: numbering that starts again on the same level inside a chapter, or leaves a number out. */
const numbering: Check = {
  code: 'T12',
  severity: 'warning',
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      const last = { 1: 0, 2: 0 }
      /** Where the numbering stood when it started again: going on from there is no second mistake. */
      let resumed = 0
      const found: Found[] = []
      let begins = true
      for (const line of lines) {
        if (beginsPart(line)) {
          last[1] = 0
          last[2] = 0
          resumed = 0
        }
        const heading = headingOf(line)
        if (heading === null || heading.level > 2) continue
        const level = heading.level as 1 | 2
        const before = last[level]
        if (level === 2 && resumed > 0 && heading.number !== before + 1 && heading.number === resumed + 1) resumed = 0
        // An extract may begin with any chapter.
        else if (heading.number !== before + 1 && found.length < MOST && !(level === 1 && begins)) {
          const kind = heading.number === 1 ? 'again' : 'gap'
          if (level === 2 && kind === 'again') resumed = before
          const facts = { kind, text: line.slice(0, 24), before: `${before}`, number: `${heading.number}` }
          found.push({ at, facts })
        }
        last[level] = heading.number
        if (level === 1) begins = false
        if (level === 1) {
          last[2] = 0
          resumed = 0
        }
      }
      return found
    }),
}

export const narrativeChecks: readonly Check[] = [
  ...keyFigureChecks,
  ...figureChecks,
  placeholders,
  ...nameChecks,
  problemsAndMeasures,
  allDone,
  partOfYear,
  slips,
  numbering,
]
