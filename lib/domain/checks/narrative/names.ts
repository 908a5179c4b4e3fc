import { type Check, check } from '@/lib/domain/checks/check'
import { normalised } from '@/lib/domain/reading/number-reading'
import { flowOfPiece } from '@/lib/domain/text/flow'
import { sharedRun } from '@/lib/domain/text/subjects'
import { headingOf, occurrences, passagesOf, reports } from './report-text'

/** Whether a report speaks of its own year and its own department. */

const TITLE = /^[^。；，]{0,120}?(?:自评价?|自我评价|绩效评价|支出绩效)\s*(?:情况)?\s*的?\s*(?:报告|总结|情况|说明|简况)?(?=\s|$)/

/** The title of a report: what stands above its first chapter, up to 自评报告. Empty where there is none, only a paragraph. */
function titleOf(lines: readonly string[]): string {
  const chapter = lines.findIndex((line) => headingOf(line) !== null)
  const head = lines.slice(0, chapter < 0 ? 6 : Math.min(chapter, 6)).join('\n')
  const title = (TITLE.exec(head.replace(/^附[件表][^\n]*\n/, ''))?.[0] ?? '').replace(/\s/g, '')
  return /根据|按照|现将/.test(title) ? '' : title
}

const YEAR_OF_REPORT = /(\d{4})年?(?:度)(?!以来|至|-|—)[^。；，\n]{0,30}?(?:自评|部门整体支出|支出绩效|绩效评价|决算)/g
/** The results of this year go into what is planned for the next ones: 2024年度预算编制, 2024年度部门整体支出绩效目标. */
const PLANNED = /年度初|编制|绩效目标(?!自评|完成)|预算(?:安排|申报)|工作计划/
/** Earlier evaluations left work to do, and rules may be older: 2021年度绩效评价发现的问题, 2019年度绩效评价办法. */
const RECALLED = /问题|不足|发现|遗留|整改|办法|相比|(?:评价|自评)结果(?!为)/
/** 截至2024年12月底: a report on 2023 is written long before. */
const END_OF_YEAR = /(?<=[，。；])截[至止](\d{4})年(?:12月(?:31日|底)?|年?[底末])(?=，)(?![^。]{0,30}(?:将|拟|计划|预计|力争))/g

/** T03: the text speaks of another year's evaluation than the form's. Titles of regulations are left alone. */
const years = check({
  code: 'T03',
  severity: 'warning',
  figures: { version: 1, of: ({ found, text }) => ({ found, text }) },
  find: (form) => {
    const { year } = form
    if (year === null) return []
    const facts = (found: string, text: string) => ({ found, year: `${year}`, text: text.slice(0, 40) })
    // The title must be of this very year; the text may speak of the year before.
    const titles = reports(form).flatMap(({ at, lines }) => {
      const title = titleOf(lines)
      const [words, found] = /(\d{4})年度?/.exec(title) ?? []
      const project = form.project ?? ''
      if (words === undefined || found === undefined || title.includes(`${year}年`) || project.includes(found)) return []
      // A project may be named by the year it began in; other years with 度 are found in the text below.
      const ofProject = form.kind === 'project' && !words.endsWith('度') && !/\d{4}年/.test(project)
      const foundBelow = words.endsWith('度') && found !== `${year - 1}`
      return ofProject || foundBelow ? [] : [{ at, facts: facts(found, title) }]
    })
    const mentions = passagesOf(form).flatMap(({ at, part, text: whole }) => {
      const text = whole.replace(/《[^》]{0,80}》|[〔[(（]\d{4}[〕\])）]/g, '')
      const closing = part === 'measures' || part === 'problems' ? [] : occurrences(text, END_OF_YEAR)
      const others = occurrences(text, YEAR_OF_REPORT).filter(({ 0: words, 1: found, index }) => {
        // Measures are for the year after.
        if ([year, year - 1, ...(part === 'measures' ? [year + 1] : [])].some((right) => found === `${right}`)) return false
        const clause = words + (/^[^。；，]{0,12}/.exec(text.slice(index + words.length, index + words.length + 12)) ?? [''])[0]
        // 2021年度、2022年度、2023年度部门决算均已公开。
        if (words.includes(`${year}年`)) return false
        return !((found ?? '') > `${year}` ? PLANNED : RECALLED).test(clause)
      })
      return [...closing.filter((match) => match[1] === `${year + 1}`), ...others].map((match) => ({
        at,
        facts: facts(match[1] ?? '', match[0]),
      }))
    })
    return [...titles, ...mentions]
  },
})

/** What a department's name looks like. */
const INSTITUTION =
  /^[\u4e00-\u9fff（）()]{4,40}(?:局|委员会|委|办公室|办事处|办|处|中心|院|校|学|园|站|馆|所|队|政府|厅|部|会|公司|社|台|场)$/
const DATE_LINE = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/

/** Whether one name is part of the other, or leaves signs out as abbreviations do: 示例县委宣传部 for 中国共产党示例县委员会宣传部. */
function sameName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.includes(short)) return true
  // 第一中学 is no abbreviation of 第十一中学.
  const ordinal = (name: string) => /第[一二三四五六七八九十\d]+/.exec(name)?.[0] ?? ''
  if (short.length < 5 || ordinal(short) !== ordinal(long)) return false
  let reached = 0
  for (const sign of long) if (sign === short[reached]) reached += 1
  return reached === short.length
}

/** T04: who signs a printed report is not the department. */
const signer = check({
  code: 'T04',
  severity: 'warning',
  figures: { version: 1, of: ({ found }) => ({ found }) },
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      const date = lines.findLastIndex((line) => DATE_LINE.test(line))
      const signed = (date > 0 ? (lines[date - 1] ?? '') : '')
        .replace(/\s|[（(](?:盖章|公章|签章)[）)]/g, '')
        .replace(/^(?:填报)?单位(?:名称)?[:：]/, '')
      const named = normalised(form.department).replaceAll(' ', '')
      if (!INSTITUTION.test(signed) || sameName(named, signed)) return []
      return [{ at, facts: { kind: 'signature' as const, found: signed, department: form.department } }]
    }),
})

const YEAR_FIRST = /\d{4}年度([\u4e00-\u9fff（）()]{2,40}?)(?:部门)?整体支出绩效自评(?:报告|情况)/
/** 关于报送示例县水务局2023年度…: the name stands behind 关于, or before it where the title goes on with the year. */
const NAME_FIRST = /(?:^|关于)(?:报送|上报|呈报|印发)?([\u4e00-\u9fff（）()]{2,40}?)(?:关于)?\d{4}年度?(?:部门|单位)?整体支出绩效自评/

/** T04: the title names somebody else than the department. */
const titleName = check({
  code: 'T04',
  severity: 'warning',
  figures: { version: 1, of: ({ found }) => ({ found }) },
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      const named = normalised(form.department).replaceAll(' ', '')
      const title = lines.slice(0, 6).join('').replace(/\s/g, '')
      const found = [YEAR_FIRST.exec(title)?.[1], NAME_FIRST.exec(titleOf(lines))?.[1]]
      const titled = found.find((name) => name !== undefined && INSTITUTION.test(name) && !sameName(named, name))
      return titled === undefined ? [] : [{ at, facts: { kind: 'title' as const, found: titled, department: form.department } }]
    }),
})

/** What says of no project which one it is. */
const OF_ANY_PROJECT = /\d{4}年?度?|项目|专项|资金|经费|工程|补助|支出|绩效|自评|关于|财政|预算|[省市县区旗]级|年度|[“”"《》（）()的]/g
const OF_PROJECT = /(?:项目|资金|经费|工程|专项|补助|补贴)(?:支出)?(?:绩效)?(?:自评价?|自我评价|绩效评价)/

const QUOTED = /[“"]([^”"]{2,12})[”"]/

/** T04: the title of a project's report is of another project, while the text speaks of the one that it is filed for. */
const projectInTitle = check({
  code: 'T04',
  severity: 'warning',
  figures: { version: 1, of: ({ found }) => ({ found }) },
  find: (form) => {
    const project = normalised(form.project ?? '').replaceAll(' ', '')
    const own = project.replace(form.department, '').replace(OF_ANY_PROJECT, '')
    if (form.kind !== 'project' || own.length < 3) return []
    return reports(form).flatMap(({ at, lines }) => {
      const title = titleOf(lines)
      const words = title.slice(0, OF_PROJECT.exec(title)?.index ?? 0)
      const named = words.replace(form.department, '').replace(OF_ANY_PROJECT, '')
      const body = lines.slice(1).join('')
      if (!OF_PROJECT.test(title) || named.length < 3 || sharedRun(named, own) > 2 || sameName(named, own)) return []
      // Copied from another report: the text has never heard of what its title names, or speaks of another thing of a name.
      const [quote, other] = [QUOTED.exec(project)?.[1], QUOTED.exec(title)?.[1]]
      const isOther = quote !== undefined && other !== undefined && !quote.includes(other) && !other.includes(quote) && body.includes(quote)
      const isForeign = isOther || (sharedRun(own, body) >= Math.min(4, own.length) && sharedRun(named, body) < Math.min(4, named.length))
      return isForeign ? [{ at, facts: { kind: 'project' as const, found: title, department: form.project ?? '' } }] : []
    })
  },
})

const BODY = '((?:(?!由)[\\u4e00-\\u9fff]){3,20}?(?:局|委员会|办公室|办事处|厅|中心|总队|支队|院|馆|学校))'
/** Who does what the report is about: 由示例市教育局负责组织实施, 示例省体育局2023年…专项资金. */
const LEADING = new RegExp(
  `(?:由|^|[，。\\n])${BODY}(?:(?:负责)?(?:组织实施|具体实施|统筹实施|实施)(?!的)|负责(?=[，。])|申报实施|高度重视|(?:认真|积极)?(?:组织)?开展了?[^，。]{0,8}自评|牵头(?:汇总|实施|组织)?(?=[，。、])|(?=\\d{4}年[^，。]{0,20}(?:资金|项目|经费|专项)))`,
  'g',
)
/** A level of government in a name, so that 示例省体育局 and 示例市体育局 differ in nothing else. */
const LEVEL = /[省市县区旗州盟]/g
/** The name without the place it is of: 体育局. */
const withoutPlace = (name: string): string => name.replace(/^.{1,8}?[省市县区旗州盟](?!场)/, '')

/** T04: the running text lets another body do what this one reports on. */
const bodyInText = check({
  code: 'T04',
  severity: 'warning',
  figures: { version: 1, of: ({ found }) => ({ found }) },
  find: (form) => {
    const named = normalised(form.department).replaceAll(' ', '')
    const own = withoutPlace(named)
    return form.text
      .map((piece) => ({ at: piece.at, text: flowOfPiece(piece).text }))
      .flatMap(({ at, text }) => occurrences(text, LEADING).map((match) => ({ at, name: match[1] ?? '', text })))
      .filter(({ name, text }) => {
        if (sameName(named, name) || !INSTITUTION.test(name)) return false
        const levelOnly = name !== named && name.length === named.length && name.replace(LEVEL, '') === named.replace(LEVEL, '')
        // Others may lead where the department is named too.
        return levelOnly || (own.length >= 3 && !text.includes(own))
      })
      .slice(0, 1)
      .map(({ at, name }) => ({ at, facts: { kind: 'text' as const, found: name, department: form.department } }))
  },
})

export const nameChecks: readonly Check[] = [years, signer, titleName, projectInTitle, bodyInText]
