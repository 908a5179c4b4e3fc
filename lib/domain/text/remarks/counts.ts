import { countSaid, NUMBER } from '@/lib/domain/text/counted'
import { indexAt, sentenceAt } from '@/lib/domain/text/places'
import type { Reading } from '@/lib/domain/text/reading'
import type { Remark } from './remark'

/**
 * A number of things and their list: 办公室、财务股、水利股3个股室; 问题有两个：一是…；二是…. A list that ends with 等 may be
 * shorter than the number, not longer.
 */
export const counts = (reading: Reading): Remark[] => [
  ...beforeNumber(reading),
  ...ofPair(reading),
  ...ofRows(reading),
  ...behindRow(reading),
  ...takenUp(reading),
  ...inClauses(reading),
  ...behindColon(reading),
  ...ordinals(reading),
  ...inBrackets(reading),
]

const THING = '(?:个|家|所|项|类|种|支|大|条|名|处|档|册)'

/** 甲、乙、丙和丁等4个股室: names without figures, parted by 、. */
const LISTED = new RegExp(
  `(?<=^|[，。；：（）()\\d\\n])((?:[^，。；：、（）()\\d\\n]{2,24}、){1,40}[^，。；：、（）()\\d\\n]{2,24}?(?:(?:[和及与]|以及)[^，。；：、（）()\\d\\n]{2,24}?)?)(等)?(?:共计?|合计)?${NUMBER}${THING}(?=[\\u4e00-\\u9fff])`,
  'g',
)

/** 局属单位有图书馆、文化馆、博物馆，共3家. */
const LISTED_IN_ALL = new RegExp(
  `(?<=^|[，。；：（）()\\d\\n])((?:[^，。；：、（）()\\d\\n]{2,24}、){1,40}[^，。；：、（）()\\d\\n]{2,24}?)(等)?，?(?:共计?|合计)${NUMBER}(?:个|家|所)(?=[，。；])`,
  'g',
)

function beforeNumber({ text }: Reading): Remark[] {
  return [...text.matchAll(LISTED), ...text.matchAll(LISTED_IN_ALL)].flatMap((match): Remark[] => {
    const list = match[1] ?? ''
    const said = countSaid(match[3] ?? '')
    const names = list.split('、')
    const last = names.at(-1) ?? ''
    const joined = /.{2,}(?:和|及|与|以及).{2,}/.test(last) && !/[”》]/.test(last)
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 6)
    // 甲、乙两个 counts all; 组织甲、乙等活动3次 counts something else; a phrase in front of the first name is no name.
    // 覆盖25个村庄、路灯工程覆盖7个: what follows a number is what it counts.
    if (/\d/.test(text[match.index - 1] ?? '') && MEASURED.test(list)) return []
    if (said < 2 || !(KINDS.test(behind) || /^[，。；]/.test(behind)) || VERBS.test(last)) return []
    const [fewest, most] = [names.length, names.length + (joined ? 1 : 0)]
    const fits = (said >= fewest && said <= most) || (match[2] !== undefined && said > most)
    return fits ? [] : [{ kind: 'count', rule: 'listed', start: match.index, text: match[0].slice(-40), against: `${most}` }]
  })
}
/** What a list of names is usually counted as. */
const KINDS =
  /^(?:职能|业务|综合|行政|内设)?(?:内?设?机构|股室|科室|处室|部室|部门|单位|事业单位|下属|直属|乡镇?|镇|街道|社区|村|连队|县|区|市|方面|部分|环节|平台|中心|工种|领域|类别|层次|指标|步骤|标段|赛项|分馆|场馆|项目|站|所|队|二级|预算单位|工作组|工作专班|专班|小组|大队|中队|模块|板块|子项|网点|片区|园区|校区|院区|基地|车间|班组)/
const MEASURED = new RegExp(`^${THING}`)
const VERBS = /覆盖|涉及|惠及|开展|组织|举办|完成|实施|推进|加强|建设|新增|建成|[了有为]$|共$/

/** 日常养护和养护工程两个方面: two names joined by one word. */
const PAIR =
  /(?<=[，。；：\n]|用于|包括|分为|涉及)([^，。；：、（）()\d\n]{2,10})(?:和|与|及)([^，。；：、（）()\d\n]{2,10}?)([两二三四五六2-6])个(?:方面|部分|环节|领域|工种|类别|阶段)/g
function ofPair({ text }: Reading): Remark[] {
  return [...text.matchAll(PAIR)].flatMap((match): Remark[] =>
    countSaid(match[3] ?? '') === 2 || /等$/.test(match[2] ?? '')
      ? []
      : [{ kind: 'count', rule: 'listed', start: match.index, text: match[0], against: '2' }],
  )
}

const OF_ROW = new RegExp(`${NUMBER}(?:个|次|期|档|批|类|项)(?:标段|标包|季度|方面|部分|项目|成绩)?(?:的)?[，、]?[\\u4e00-\\u9fff]{0,8}$`)
/** 划分4个标段，合同金额分别为…: as many figures as things. */
function ofRows(reading: Reading): Remark[] {
  return [...reading.text.matchAll(/分别(?:为|是|支出|得)/g)].slice(0, 500).flatMap((match): Remark[] => {
    const before = reading.text.slice(Math.max(0, match.index - 24), match.index)
    const said = OF_ROW.exec(before.slice(before.search(/[^。；\n]*$/)))
    const first = indexAt(reading, match.index)
    if (said === null) return []
    const row = [reading.mentions[first]]
    for (let i = first + 1; i < reading.mentions.length; i++) {
      const mention = reading.mentions[i]
      const head = row[0]
      if (
        mention === undefined ||
        head === undefined ||
        mention.group !== head.group ||
        !/^[和及与、]?$/.test(mention.label) ||
        mention.unit.word !== head.unit.word
      )
        break
      row.push(mention)
    }
    const wanted = countSaid(said[1] ?? '')
    return row.length < 2 || wanted < 2 || wanted === row.length
      ? []
      : [{ kind: 'count', rule: 'items', start: match.index, text: `${said[0]}${match[0]}`, against: `${row.length}` }]
  })
}

const BEHIND_ROW = /^([两二三四五六七八九十]|\d{1,2})(?:大)?(类|部分|个方面|个部分|块)(?![\d\u4e00-\u9fff]*[级型])/
/** 设备购置238.60万元、节目制作196.08万元、线路租赁111.50万元三类: the figures before the number, each with its name. */
function behindRow({ mentions, text }: Reading): Remark[] {
  return mentions.flatMap((last): Remark[] => {
    const match = BEHIND_ROW.exec(text.slice(last.end, last.end + 6))
    if (match === null || last.lead !== '、' || /等$/.test(last.label)) return []
    let first = last
    let items = 1
    while (first.lead === '、') {
      const next = mentions[first.index - 1]
      if (next === undefined || next.group !== last.group || next.bracket !== last.bracket || next.unit.dimension !== last.unit.dimension)
        return []
      first = next
      items += 1
    }
    const isJoined = /[和及与]|以及/.test(mentions[last.index + 1]?.label.slice(0, 2) ?? '')
    const said = countSaid(match[1] ?? '')
    return said < 2 || said === items || isJoined
      ? []
      : [{ kind: 'count', rule: 'items', start: last.start, text: `${last.written}${match[0]}`, against: `${items}` }]
  })
}

const DIVIDED = new RegExp(`(?:分为|分成|划分为|包括|涉及|用于)${NUMBER}(?:个?方面|大?类|个?部分|个?方向|个?项目|块)[:：]`, 'g')
/** 分为三类：甲2,900万元，占60%；乙1,400万元，占29%；丙…: as many clauses as kinds, each with an amount of its own. */
function inClauses({ text, sentences, mentions }: Reading): Remark[] {
  return [...text.matchAll(DIVIDED)].flatMap((match): Remark[] => {
    const from = match.index + match[0].length
    const end = Math.min(sentences[sentenceAt({ sentences }, from)]?.end ?? text.length, from + 600)
    const clauses = text.slice(from, end).split(/[；;]/)
    const first = mentions[indexAt({ mentions }, from)]
    const said = countSaid(match[1] ?? '')
    if (clauses.length < 2 || said < 2 || said === clauses.length || first === undefined || first.start > end) return []
    const isList = clauses.every((clause) => /^[^，。；\d]{2,16}\d/.test(clause) && !/其中|另/.test(clause.slice(0, 4)))
    return isList ? [{ kind: 'count', rule: 'items', start: match.index, text: match[0], against: `${clauses.length}` }] : []
  })
}

const TAKEN_UP = new RegExp(
  `(?:上述|以上|前述)${NUMBER}(?:个|项|条|类|点)(?:方面的?)?(?:问题|不足|措施|建议|原因|困难|短板|任务|重点工作|工作任务)`,
  'g',
)
/** 一是…；二是…。对上述2个问题: the last row of items before it in its paragraph. */
function takenUp({ text, paragraphs }: Reading): Remark[] {
  return [...text.matchAll(TAKEN_UP)].flatMap((match): Remark[] => {
    const start = paragraphs.find(({ end }) => end >= match.index)?.start ?? 0
    const above = text.slice(Math.max(start, match.index - 1200), match.index)
    const circled = [...above.matchAll(/[①②③④⑤⑥⑦⑧⑨]/g)].map(([mark]) => '①②③④⑤⑥⑦⑧⑨'.indexOf(mark) + 1)
    const spoken = [...above.matchAll(/(?:^|[，。；：:\n])([一二三四五六七八九])是/g)].map(([, digit]) => countSaid(digit ?? ''))
    const bracketed = [...above.matchAll(/[（(]([一二三四五六七八九\d])[)）]/g)].map(([, digit]) => countSaid(digit ?? ''))
    const marks = [spoken, circled, bracketed].find((row) => row.length > 0) ?? []
    const from = marks.lastIndexOf(1)
    const items = from < 0 ? [] : marks.slice(from)
    const said = countSaid(match[1] ?? '')
    if (items.length < 2 || said === items.length || items.some((number, i) => number !== i + 1)) return []
    return [{ kind: 'count', rule: 'items', start: match.index, text: match[0], against: `${items.length}` }]
  })
}

const LEAD = new RegExp(
  `(?:有|为|分为|分|包括|以下|如下|存在|划分为|从|由|下列)?${NUMBER}(?:个|条|点|方面|大?类|部分|项|步|档)(方面|部分|问题|不足|短板|环节|措施|内容|原因|特点|做法|步骤|经验|建议|困难|阶段)?(?:的?(?:问题|不足|内容|原因|措施|工作))?(?:[:：]|。(?=一是|（一）|1\\.|①|（1）))`,
  'g',
)
/** 不足之处有二：. */
const SHORT_LEAD = /有([二三四五六七八九])[：:]/g
const MARKS: readonly RegExp[] = [
  /(?:^|[：:，。；\n])([一二三四五六七八九十])是/g,
  /[（(](\d{1,2})[)）]/g,
  /[（(]([一二三四五六七八九十])[)）]/g,
  /([①②③④⑤⑥⑦⑧⑨⑩])/g,
  /(?<=[：:；。\n])(\d{1,2})[.．、](?!\d[\d.,]*[%万亿]|\d+\.)/g,
]

/** 问题主要有两个：一是…；二是…. */
function behindColon({ text, paragraphs }: Reading): Remark[] {
  return [...text.matchAll(LEAD), ...text.matchAll(SHORT_LEAD)].flatMap((match): Remark[] => {
    const said = countSaid(match[1] ?? '')
    const from = match.index + match[0].length
    const end = paragraphs.find(({ end: to }) => to >= from)?.end ?? text.length
    const body = text.slice(from - 1, Math.min(end, from + 1200))
    const items = MARKS.map((mark) => [...body.matchAll(mark)]).find(([first]) => first !== undefined && first.index <= 2)
    if (said < 2 || items === undefined || items.length < 2 || items.length === said) return []
    return [{ kind: 'count', rule: 'items', start: match.index, text: match[0], against: `${items.length}` }]
  })
}

const IN_BRACKETS = new RegExp(`${NUMBER}(?:个|家|所|类|支)(?:[\\u4e00-\\u9fff]{0,8})[（(]([^（()）\\d，。；：]{5,120})[)）]`, 'g')
/** 事业单位4个（就业中心、社保中心、仲裁院、考试中心）: as many names as things. */
function inBrackets({ text }: Reading): Remark[] {
  return [...text.matchAll(IN_BRACKETS)].flatMap((match): Remark[] => {
    const list = match[2] ?? ''
    const names = list.split('、')
    const said = countSaid(match[1] ?? '')
    const joined = /.{2,}(?:和|及|与|以及).{2,}/.test(names.at(-1) ?? '') ? 1 : 0
    if (said < 2 || names.length < 2 || /等|含|其中|包括|不|如|或|均|已|正在|仅|按|见/.test(list)) return []
    return said >= names.length && said <= names.length + joined
      ? []
      : [{ kind: 'count', rule: 'listed', start: match.index, text: match[0].slice(0, 40), against: `${names.length}` }]
  })
}

const ORDINAL = /(?<=[，。；：:\n])([一二三四五六七八九])是/g
/** 一是…三是…: a number left out. */
function ordinals({ text }: Reading): Remark[] {
  let last = 0
  return [...text.matchAll(ORDINAL)].flatMap((match): Remark[] => {
    const number = countSaid(match[1] ?? '')
    const before = last
    last = number
    if (before === 0 || number === 1 || number === before + 1 || number <= before) return []
    return [
      { kind: 'ordinal', rule: 'gap', start: match.index, text: text.slice(match.index, match.index + 16), against: `${before}|${number}` },
    ]
  })
}
