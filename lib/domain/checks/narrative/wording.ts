import { everywhere, excerpt, occurrences, ofText, passagesOf } from './report-text'

/** Words that give a template or a report on another period away. */

/** Words of which a template offers both. */
const ALTERNATIVES: readonly (readonly [string, string])[] = [
  ['增长', '下降'],
  ['增加', '减少'],
  ['上升', '下降'],
  ['提高', '降低'],
  ['提高', '下降'],
  ['大于', '小于'],
  ['高于', '低于'],
  ['超支', '节约'],
  ['节约', '超支'],
  ['完成', '未完成'],
  ['达到', '未达到'],
  ['存在', '不存在'],
]

const TEMPLATE = new RegExp(
  [
    // Addresses are full of xx (/xxgk/ is 信息公开): read over as a whole.
    '(?:https?://|www\\.)[!-~]+',
    '(?<!\\{)\\{[^{}]{1,20}\\}(?!\\})',
    '(?<![A-Za-z])(?:[X×]{2,}(?![A-Z])|[x×]{2,}(?![A-Za-z]))',
    '(?<![A-Za-z\\d])X(?:年(?:X月)?(?:X日)?|月(?:X日)?|日|[万亿]元)',
    // 138****1234 hides a number on purpose.
    '(?<![\\d*])\\*{3,}(?![\\d*])',
    '_{2,}',
    '某某',
    // 空白有待填补, 有待定期清理, 接待定点饭店, 等待定价 are other words.
    '(?<![有亟急])待填(?![补平海])',
    '(?<![有亟急等接招对])待定(?![期向点岗额量时制编性位价])',
    '(?<=[:：（(]|联系人|负责人|填报人|材料|资料|数据|附件)待(?:补充|核实)(?!完善|的|后)',
    '【[^】]{0,20}填[^】]{0,20}】',
    // 增长（下降）, 大于/小于, 超额（未）完成: of two wordings one was to be struck out.
    ...ALTERNATIVES.flatMap(([one, other]) => [
      `${one}[（(]${other}[)）]`,
      `${other}[（(]${one}[)）]`,
      `${one}/${other}`,
      `${other}/${one}`,
    ]),
    '[（(](?:未|不|没有)[)）](?=完成|达到|达标|实现|存在|发生|超|符合|合格|到位|通过)',
    '[（(](?:此处|请?在此|请填|请输入)[^（()）]{0,24}[)）]',
  ].join('|'),
  'g',
)

/** T02: template text was left in, once for each piece of text with the number of places. References to data ({{total/…}}) are no template text. */
export const placeholders = ofText(
  { code: 'T02', severity: 'warning', figures: { version: 1, of: ({ found, text }) => ({ found, text }) } },
  (form) => {
    const byPiece = new Map<string, { found: string; text: string; count: number }>()
    for (const { at, part, text } of passagesOf(form))
      for (const { 0: found, index } of occurrences(text, TEMPLATE, Number.POSITIVE_INFINITY)) {
        // Among its problems a department may well say that its records 待补充.
        if (/^(?:http|www)/.test(found) || (part === 'problems' && /^待[补核]/.test(found))) continue
        const first = byPiece.get(at)
        if (first !== undefined) first.count += 1
        else byPiece.set(at, { found, text: excerpt(text, index, found.length), count: 1 })
      }
    return [...byPiece].map(([at, { count, ...first }]) => ({ at, facts: { ...first, count: `${count}` } }))
  },
)

const MONTHS = /(?<!\d)1月?[-—–~～至到](\d{1,2})月份?|前三季度|(?<![满期束届])前(?:[一二三四五六七八九十]{1,2}|\d{1,2})个月/g
/** What shows that the months qualify a result: a figure other than a date, or what only figures do. */
const RESULT = /\d(?![\d—–~～至到-]*[年月日])|支出|收入|投资|产值|营收|执行[数率]|下降|增长|上升|同比/
/** Works and seasons have months by their nature: 1—3月完成2个标段招标, 1—5月为森林防火期. */
const SCHEDULE = /招标|采购|施工|验收|设计|签订|勘察|立项|筹备|前期|公示|^[为是][^，]*期/

/** T07: figures of a few months in a report on a year; once for each piece of text, with the number of places. */
export const partOfYear = everywhere(
  { code: 'T07', severity: 'info' },
  MONTHS,
  ({ 0: found, 1: month, index }, { part, text }, { year }) => {
    if (month === '12' || (month !== undefined && !/^(?:[2-9]|1[01])$/.test(month)) || /前(?:十二|12)个月/.test(found)) return null
    // That money was spent late in the year is a problem told by months; measures are for the next year.
    if (part === 'problems' || part === 'measures') return null
    const before = text.slice(Math.max(0, index - 10), index)
    const behind = text.slice(index + found.length, index + found.length + 80)
    // 绩效运行监控 covers a part of the year by its nature, and so may the time for which something was planned.
    if (/监控|监测|实施期|建设期|工期|期限|周期|时间为/.test(before + found + behind.slice(0, 12))) return null
    const otherYear = /(\d{4})年度?$/.exec(before)?.[1]
    if (otherYear !== undefined && year !== null && otherYear !== `${year}`) return null
    const clause = (/^[，,]?([^，。；\n]{0,30})/.exec(behind) ?? [])[1] ?? ''
    if (!RESULT.test(clause) || SCHEDULE.test(clause)) return null
    // The rest of the year follows: 1—6月300万元，7—12月500万元.
    if (/^[^。]*(?:(?<!\d)12月|下半年|四季度)/.test(behind)) return null
    return { found, text: excerpt(text, index, found.length + 8) }
  },
  () => '',
)
