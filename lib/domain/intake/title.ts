import { signBySign } from '@/lib/domain/reading/chinese-numerals'
import { wholeNumber } from '@/lib/domain/reading/whole-number'
import { markerOf } from './markers'
import { PAGE_FIELD } from './vocabulary/forms'

/** Where something of the title stands: in which paragraph, at which of its signs. */
type Part = { text: string; index: number; from: number }

/** The head of a report. `end`: the first paragraph behind it. */
export type Title = {
  year: number | null
  yearAt: Part | null
  department: Part | null
  annex: Part | null
  kind: 'department' | 'project'
  project: Part | null
  end: number
}

const ENDING =
  /(?:报告|总结|自评书|情况|说明|分析|汇报|材料|摘要|简报|[自评绩效价]表)(?:[（(].{1,24}[）)]\d{0,2}|[（(][^（()）]{1,40}|\d{1,2})?$/
const SUBJECT = /绩效|自评|评价/
/** What stands behind the department's name. */
const BEHIND_NAME =
  /(?:关于|本级|汇总)?(?:(?:19|20)\d{2}年?(?:度)?|[〇零一二三四五六七八九]{4}年(?:度)?)?(?:部门|单位|机关(?=整体)|[（(](?:部门|单位)[）)])*(?:预算)?(?:整体|财政(?!局|厅|所|国库|事务|投资|监督|干部|[^支资]{0,8}(?:中心|学校))|项目(?!管理|建设|办)|专项|预算(?!编审|评审|绩效[^自评]{0,6}中心))(?:支出|资金|绩效)?.*$|(?:部门|单位)?(?:预算)?绩效.*$|自评.*$/
/** 某市 and 某市某区 alone are no department's name. */
const REGION_ALONE = /^[\u4e00-\u9fff]{1,14}(?:省|市|州|盟|区|县|旗)$/
/** 示例省2022年度防汛救灾资金: whose it is, is not said. */
const REGION_FIRST = /^[\u4e00-\u9fff]{1,8}?(?:省|自治区|市|自治州|县|区|旗)(?=(?:19|20)\d{2})/
const OFFICE_IN_NAME =
  /^.{2,24}(?:局|委员会|委|办公室|办事处|政府|厅|院|中心|所|站|处|馆|校|中学|小学|大学|学院|医院|街道|镇|乡)(?=[^办局委会院]{4,}$)/
/** What the name of an office ends with; and a name that goes on behind one. */
const NAMES_OFFICE = /(?:局|委|办|厅|院|中心|政府|所|站|处|队|会|校|学|馆|团|街道|镇|乡|园|场|公司|室|部|社|联|署|库|区|县|市|旗)$/
const WITH_OFFICE = /^.{2,24}(?:局|委员会|办公室|政府|厅|法院|检察院|医院|学院|中学|小学|图书馆|文化馆|档案馆|博物馆)(?=.{1,12}$)/
const OFFICE_ENDS = /(?:局|委|办|厅|院|中心|政府|所|站|处|队|会|校|学|馆|团|街道|镇|乡|园|场|公司)$/
const PROJECT_TITLE =
  /项目(?:支出)?(?:资金)?(?:绩效|自评|评价)|专项资金|转移支付|(?<!财政|预算)资金绩效|(?:补助|奖补|项目|专项)(?:资金|经费)(?:(?:19|20)\d{2}年(?:度)?)?(?:绩效|自评|评价)|人员经费绩效|项目支出/
/** What a project's title says besides its name. */
const NO_PROJECT = /^(?:[省市县区州]级|本级|部门|单位|关于|专项|财政|项目|预算|支出|资金|经费|绩效|整体|的)*$/
const PROJECT_ENDS = /(?:支出)?(?:预算)?(?:绩效|自评).*$/
const YEAR = /(?:19|20)\d{2}(?=年?度?)|[〇○零一二三四五六七八九]{4}(?=年)/
const YEAR_LINE = /^[（(]?(?:(?:19|20)\d{2}|[〇○零一二三四五六七八九]{4})年?度?[）)]?$/
/** So far down a cover may reach. */
const FARTHEST = 14
const BULLET = /^[-•·●*\s]+/
const BULLETED = /^[-•·●*]\s*[\u4e00-\u9fff（）]{3,24}$/
/** How many lines a field of a web page takes that stands above the report; 0 where it is none. */
function pageFieldLines(text: string, next: string | undefined): number {
  const bare = text.replace(BULLET, '')
  const field = PAGE_FIELD.exec(bare)?.[0]
  if (field === undefined || text.length > 60) return 0
  // Its value may stand on the next line.
  const isBelow =
    bare.length <= field.length + 1 &&
    next !== undefined &&
    next.length <= 40 &&
    !PAGE_FIELD.test(next.replace(BULLET, '')) &&
    !SUBJECT.test(next)
  return isBelow ? 2 : 1
}

/** The title of another paper behind the first: 自评报告 behind 自评表, or the other way round. */
export const isPaperTitle = (text: string): boolean =>
  text.length <= 70 &&
  SUBJECT.test(text) &&
  /(?:报告|自评书|[自评绩效价]表)$/.test(text) &&
  !/[，。；：]/.test(text) &&
  markerOf(text) === null

/** The department's name in a title behind the first. */
export function nameInTitle(text: string): { from: number; name: string } | null {
  const { from, name: whole } = isPaperTitle(text) ? nameIn(text) : { from: 0, name: '' }
  // 示例市公安局禁毒项目绩效自评表: whose project it is
  const name = PROJECT_TITLE.test(text) && !/整体/.test(text) && !NAMES_OFFICE.test(whole) ? (WITH_OFFICE.exec(whole)?.[0] ?? '') : whole
  return name === '' || /[“”《》]|表|附/.test(name) ? null : { from, name }
}

/** The report's head: 附件 2：, 2023年度某局部门整体支出绩效自评报告, on one line or on several. */
export function titleOf(texts: readonly string[]): Title {
  let end = 0
  let annex: Part | null = null
  let lines: number[] = []
  let farthest = FARTHEST
  for (let index = 0; index < Math.min(texts.length, farthest); index++) {
    const text = texts[index] as string
    const ofPage = pageFieldLines(text, texts[index + 1])
    if (ofPage > 0) {
      lines = []
      index += ofPage - 1
      farthest += ofPage
      end = index + 1
      continue
    }
    const found = /^附件?[:：]?\s*[\d一二三四五六七八九十]*(?:-\d)?[:：]?(?!\d*[.、])/.exec(text)
    if (annex === null && found !== null && found[0].length >= 2) {
      annex = { text: found[0].replace(/[:：]$/, ''), index, from: 0 }
      end = index + 1
      if (text.length === found[0].length) continue
    }
    // A page may have broken the title before its last word.
    const whole = text.length <= 12 && lines.length > 0 ? `${texts[lines.at(-1) ?? 0]}${text}` : text
    if (SUBJECT.test(whole) && ENDING.test(whole) && text.length <= 70 && markerOf(text) === null) {
      lines.push(index)
      end = index + 1
      // （2023年度） may stand on a line of its own.
      if (YEAR_LINE.test(texts[index + 1] ?? '')) {
        lines.push(index + 1)
        end = index + 2
      }
      break
    }
    // • 示例市教育局: who published it, above what a page says of it.
    if (BULLETED.test(text) && pageFieldLines(texts[index + 1] ?? '', texts[index + 2]) > 0) continue
    // The department's name on a line of its own above 部门整体支出绩效自评报告.
    if (/[。；，]/.test(text) || markerOf(text) !== null || text.length > 40) break
    lines.push(index)
  }
  if (!lines.some((index) => index < end && SUBJECT.test(texts[index] ?? ''))) {
    lines = []
  }
  const pieces = fromOffice(
    texts,
    lines.filter((index) => index < end),
  )
  const whole = pieces.map((index) => texts[index]).join('')
  const year = YEAR.exec(whole)
  const yearAt = year === null ? null : partAt(texts, pieces, year.index, year[0].length)
  const isProject = whole === '' ? isOfProject(texts) : PROJECT_TITLE.test(whole) && !/整体/.test(whole)
  const owner = isProject ? ownerIn(whole) : null
  const { from, name } = owner ?? nameIn(whole)
  const project = owner === null ? null : projectIn(whole, owner.behind)
  return {
    year: year === null ? null : yearOf(year[0]),
    yearAt,
    department: name === '' ? null : partAt(texts, pieces, from, name.length),
    annex,
    kind: isProject ? 'project' : 'department',
    project: project === null ? null : partAt(texts, pieces, project.from, project.name.length),
    end,
  }
}

/** A title's lines from the office that is named last: above 示例市水务局 stands the head of its page, or the region that it is of. */
function fromOffice(texts: readonly string[], pieces: readonly number[]): readonly number[] {
  const text = (place: number): string => texts[pieces[place] ?? -1] ?? ''
  let from = pieces.findLastIndex(
    (_, place) => place < pieces.length - 1 && WHOLE_OFFICE.test(text(place)) && NAMES_OFFICE.test(text(place)),
  )
  while (from > 0 && REGION_ALONE.test(text(from - 1))) from -= 1
  return from > 0 && !STARTS_TITLE.test(text(from - 1)) ? pieces.slice(from) : pieces
}
const WHOLE_OFFICE = /^[\u4e00-\u9fff]{2,8}(?:省|自治区|市|州|盟|县|区|旗)[\u4e00-\u9fff]{2,24}$/
/** 2023年度 and 关于, which a title may begin with above the name. */
const STARTS_TITLE = /^关于|(?:19|20)\d{2}|^附件/

/** 对…补助经费项目实施情况开展了自评: how a report without a title says that it is a project's. */
const isOfProject = (texts: readonly string[]): boolean =>
  texts.slice(0, 2).some((text) => PROJECT_PREFACE.test(text) && !/整体支出/.test(text))
const PROJECT_PREFACE =
  /(?:项目|专项资金|补助资金|转移支付)(?:支出|资金)?(?:的)?(?:实施|执行|使用|绩效)?(?:情况)?(?:开展|进行|组织)了?(?:绩效)?(?:自评|评价)/

function nameIn(whole: string): { from: number; name: string } {
  const lead =
    /^(?:附件?[:：]?\s*[\d一二三四五六七八九十]*(?:-\d)?[:：]?)?(?:关于)?(?:(?:(?:19|20)\d{2}|[〇○零一二三四五六七八九]{4})年?(?:度)?)?/.exec(
      whole,
    )?.[0].length ?? 0
  const rest = whole.slice(lead)
  const name = rest
    .replace(BEHIND_NAME, '')
    .replace(/(?:关于|的|[（(]?本级[）)]?)$/, '')
    .replace(/(?:19|20)\d{2}(?:年.*|$)/, '')
  return name.length >= 3 && name.length <= 36 && name !== rest && !REGION_ALONE.test(name) ? { from: lead, name } : { from: 0, name: '' }
}

/** Whose project it is: 示例市图书馆 of 示例市图书馆读者服务专项资金项目绩效自评报告. `behind`: where the project's own name may begin. */
function ownerIn(whole: string): { from: number; name: string; behind: number } {
  const { from, name } = nameIn(whole)
  // 示例县示例镇中心小学2022年度…: a name up to the year is whole.
  const isWhole = OFFICE_ENDS.test(name) && /^(?:19|20)\d{2}/.test(whole.slice(from + name.length))
  const owner = isWhole ? name : (OFFICE_IN_NAME.exec(name)?.[0] ?? (OFFICE_ENDS.test(name) ? name : ''))
  const region = owner === '' ? (REGION_FIRST.exec(whole.slice(from))?.[0] ?? '') : ''
  return { from, name: owner, behind: from + owner.length + region.length }
}

/** What the project of a title is called behind its department and year; null where it says only that it is one. */
function projectIn(whole: string, behind: number): { from: number; name: string } | null {
  const lead = /^(?:关于)?(?:(?:19|20)\d{2}年?(?:度)?)?/.exec(whole.slice(behind))?.[0].length ?? 0
  const name = whole.slice(behind + lead).replace(PROJECT_ENDS, '')
  return name.length >= 3 && name.length <= 40 && !NO_PROJECT.test(name) && !/[“”《》表附]/.test(name)
    ? { from: behind + lead, name }
    : null
}

function partAt(texts: readonly string[], pieces: readonly number[], from: number, length: number): Part | null {
  let at = 0
  for (const index of pieces) {
    const text = texts[index] as string
    if (from < at + text.length)
      return {
        text: texts
          .slice(pieces[0], (pieces.at(-1) ?? 0) + 1)
          .join('')
          .slice(from, from + length),
        index,
        from: from - at,
      }
    at += text.length
  }
  return null
}

const yearOf = (written: string): number => wholeNumber(signBySign(written))
