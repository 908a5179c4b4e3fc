import { wholeNumber } from '@/lib/domain/reading/whole-number'
import { type Found, foundIn, type ReadPaper } from './read-paper'
import { nameInTitle } from './title'

/** Whose report it is and of which year. */
export type Names = {
  department: Found | null
  project: Found | null
  region: Found | null
  year: number | null
  yearAt: Found | null
}

const OFFICE =
  '(?:人民政府|委员会|办事处|管理局|办公室|局|厅|院|中心|委|所|站|馆|处|大队|支队|总队|部|会|社|学校|学院|大学|医院|街道|镇|乡|公司|公安局)'
/** 某局承担…: who does what departments do. */
const SUBJECT = new RegExp(
  `^(?:20\\d{2}年(?:度)?[，,]?)?([\\u4e00-\\u9fff（）]{2,28}?${OFFICE})(?=（以下简称|\\(以下简称|是|为|的?主要|内设|承担|负责|围绕|坚持|始终|共有|下[设辖]|作为|系|在|属|现|设|紧|认真|$|[，,])`,
)
const LABELLED =
  /(?:部门|单位|预算部门|填报单位|项目单位|报告单位|评价单位)(?:[（(](?:部门|单位)[）)])?(?:名称|全称)?(?:[（(](?:加?盖|公)章[）)])?[:：]([\u4e00-\u9fff（）()]{3,36}?)(?=[（(](?:加?盖|公)章|[，,；;。\s]|填报|自评|评价|得分|金额|单位[:：]|编码|年度|日期|联系|负责人|主要|主管|领导|审核|经办|(?:公开)?\d{1,2}表|公开$|$)/
/** 委托单位：示例县财政局 asked for the assessment, and is not assessed. */
const ASKED_FOR_IT = /^委托(?:单位|部门|方)/
/** …，示例市水务局组织对2020年部门整体支出完成了自评: how a report without a title begins. */
const ORGANISED = new RegExp(`[，,]([\\u4e00-\\u9fff]{2,24}?${OFFICE})(?=组织(?:对|开展)|对(?:本部门|部门|20\\d{2}年))`)
const PLANS: ReadonlySet<string> = new Set(['measures', 'problems', 'faults'])
const REGION =
  /^((?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|特别行政区))?(?:[\u4e00-\u9fff]{2,8}?(?:市|自治州|地区|州|盟))?(?:[\u4e00-\u9fff]{1,8}?(?:区|县|旗|市))?)(?=[\u4e00-\u9fff]{2,})/

/** 示例省康养服务中心 can be nobody else's; 养老服务科 is a part of whom the title names. */
const IS_WHOLE = new RegExp(`^[\\u4e00-\\u9fff]{2,8}(?:省|自治区|市|州|盟|区|县|旗)[\\u4e00-\\u9fff]{2,24}${OFFICE}$`)

/** `implementing`: the office that a project's form names as carrying it out; whoever the title names may only have given the money. */
export function namesOf(read: ReadPaper, implementing: Found | null = null): Names {
  const { title, signature, texts } = read
  const part = (found: { text: string; index: number; from: number } | null): Found | null =>
    found === null ? null : { ...foundIn(read, found.index, found.from, found.from + found.text.length), text: found.text }
  const department =
    (implementing !== null && IS_WHOLE.test(implementing.text) ? implementing : null) ??
    part(title.department) ??
    labelled(read) ??
    implementing ??
    entitled(read) ??
    part(signature.signature) ??
    regulated(read) ??
    subject(read)
  const region = department === null ? '' : (REGION.exec(department.text)?.[1] ?? '')
  const yearAt = part(title.yearAt) ?? yearIn(read)
  return {
    department,
    project: part(title.project),
    region:
      region.length < 2 || department === null
        ? null
        : { ...department, text: region, to: department.from + region.length, certainty: 'likely' },
    year: title.year ?? (yearAt === null ? null : wholeNumber(yearAt.text.slice(0, 4))),
    yearAt: yearAt === null && texts.length === 0 ? null : yearAt,
  }
}

function labelled(read: ReadPaper): Found | null {
  for (const [index, text] of read.texts.entries()) {
    const name = ASKED_FOR_IT.test(text) ? null : LABELLED.exec(text)
    if (name?.[1] !== undefined && text.length < 90)
      return foundIn(read, index, name.index + name[0].indexOf(name[1]), name.index + name[0].indexOf(name[1]) + name[1].length)
  }
  return null
}

/** 实施单位：示例市灌区管理处 on a line of its own. */
export function implementingIn(read: ReadPaper): Found | null {
  for (const [index, text] of read.texts.entries()) {
    const name = IMPLEMENTING.exec(text)?.[1]
    if (name !== undefined) return foundIn(read, index, text.indexOf(name), text.indexOf(name) + name.length)
  }
  return null
}
const IMPLEMENTING =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?(?:项目)?实施单位(?:名称)?(?:[（(]盖章[）)])?[：:]([\u4e00-\u9fff（）()]{3,36})[。；]?$/

function entitled(read: ReadPaper): Found | null {
  for (const [index, text] of read.texts.entries()) {
    const title = nameInTitle(text)
    if (title !== null) return foundIn(read, index, title.from, title.from + title.name.length)
  }
  return null
}

/** 《示例县司法局职能配置、内设机构和人员编制规定》, by which its duties go. */
function regulated(read: ReadPaper): Found | null {
  for (const [index, text] of read.texts.entries()) {
    const match = REGULATION.exec(text)
    const name = match?.[1]
    if (match !== null && name !== undefined)
      return foundIn(read, index, match.index + match[0].indexOf(name), match.index + match[0].indexOf(name) + name.length, 'likely')
  }
  return null
}
const REGULATION = new RegExp(`[《〈](?:关于印发[《〈]?)?([\\u4e00-\\u9fff]{2,24}?${OFFICE})(?:的)?(?:职能配置|主要职责)[^》〉]{0,24}规定`)

function subject(read: ReadPaper): Found | null {
  for (const [index, text] of read.texts.entries()) {
    const from = read.nodes[index]?.headingEnd ?? read.nodes[index]?.from ?? 0
    if (text.length - from < 12) continue
    const name = SUBJECT.exec(text.slice(from))?.[1]
    if (name !== undefined && !/^(?:本|我|该|全|各|区|县|市|部门|单位)|名称|主管部门|实施单位/.test(name))
      return foundIn(read, index, from + text.slice(from).indexOf(name), from + text.slice(from).indexOf(name) + name.length, 'likely')
  }
  for (const [index, text] of read.texts.slice(0, MOST_PREFACE).entries()) {
    const match = ORGANISED.exec(text)
    if (match?.[1] !== undefined && !/^(?:本|我|该|全|各)/.test(match[1]))
      return foundIn(read, index, match.index + 1, match.index + 1 + match[1].length, 'likely')
  }
  return null
}
/** So many paragraphs a preface has. */
const MOST_PREFACE = 3

/** The year that is named most often, as a whole: 2023年 and 2023年度, not 2023年5月 of the signature. */
function yearIn(read: ReadPaper): Found | null {
  const seen = new Map<string, { times: number; at: Found }>()
  for (const [index, text] of read.texts.slice(0, read.signature.begin).entries())
    for (const match of text.matchAll(/(?<!\d)(20\d{2})年(?!\d{1,2}月)(?:度)?|(?<=(?:年度|年份)[：:])(20\d{2})(?![\d年])/g)) {
      const year = match[1] ?? match[2] ?? ''
      const known = seen.get(year)
      const isPlan =
        /(?:列入|纳入|计划|力争|预计|到)$/.test(text.slice(0, match.index)) ||
        /^年?度?(?:将|拟|计划|要|预算(?:编制|草案))/.test(text.slice(match.index + 4, match.index + 9))
      const weight = isPlan || PLANS.has(read.nodes[index]?.kind ?? '') ? 0 : /年度/.test(match[0]) || match[2] !== undefined ? 2 : 1
      if (weight === 0) continue
      if (known !== undefined) known.times += weight
      else seen.set(year, { times: weight, at: foundIn(read, index, match.index, match.index + 4, 'likely') })
    }
  const best = [...seen.values()].sort((a, b) => b.times - a.times)[0]
  return best?.at ?? onlyYear(read)
}

/** 2022年11月10日 where a report names no other year, and nothing that was decreed then. */
function onlyYear(read: ReadPaper): Found | null {
  const days = read.texts.slice(0, read.signature.begin).flatMap((text, index) =>
    [...text.matchAll(/(?<!\d)20\d{2}(?=年\d{1,2}月)/g)].map((match) => ({
      year: match[0],
      isDecreed: /(?:根据|按照|依据|《|〔|日期|时间)[^。；]*$/.test(text.slice(0, match.index)) || PLANS.has(read.nodes[index]?.kind ?? ''),
      at: foundIn(read, index, match.index, match.index + 4, 'unsure'),
    })),
  )
  const [first] = days
  return first !== undefined && days.every(({ year, isDecreed }) => year === first.year && !isDecreed) ? first.at : null
}
