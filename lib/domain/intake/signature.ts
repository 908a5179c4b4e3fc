import { markerOf } from './markers'

type Part = { text: string; index: number; from: number }

/** The end of a report: who signed it and when, and who may be asked. `begin`: the first paragraph of it. */
export type Signature = {
  begin: number
  signature: Part | null
  date: Part | null
  preparer: Part | null
  principal: Part | null
  phone: Part | null
}

const DATE =
  /(?:20\d{2})年\d{1,2}月(?:\d{1,2}日)?|20\d{2}[-./]\d{1,2}[-./]\d{1,2}|[二〇○零一三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?/
const LABELLED: readonly (readonly ['preparer' | 'principal' | 'phone', RegExp])[] = [
  [
    'preparer',
    /(?:填报人|填表人|经办人|联系人|撰写人|报告人)(?:[（(]?签[字名章][）)]?)?[:：]([\u4e00-\u9fff·]{2,8}?)(?=[，,；;\s]|联系|电话|单位|负责|填|审核|日期|时间|$)/,
  ],
  [
    'principal',
    /(?:单位|部门)?(?:主要)?负责人(?:[（(]?签[字名章][）)]?)?[:：]([\u4e00-\u9fff·]{2,8}?)(?=[，,；;\s]|联系|电话|单位|填|审核|日期|时间|经办|$)/,
  ],
  ['phone', /(?:联系)?(?:电话|方式|手机)[:：](\d[\d-]{5,14})/],
]
/** 单位负责人：（签章）: a place for a name that nobody has filled in. */
const UNSIGNED =
  /^(?:(?:填报|填表|经办|联系|撰写|报告|审核|单位负责|部门负责|主要负责|负责|财务负责)人|(?:填报|填表)?单位|(?:联系)?电话|(?:填报|填表|报告)?(?:日期|时间))[:：]?[（(]?(?:签[字名章]|盖章|公章)?[）)]?$/
const NAME =
  /^(?:(?:填报|报告|编制|评价|自评|报送)?单位(?:名称)?(?:[（(](?:盖|公)章[）)])?[:：])?([\u4e00-\u9fff（）()“”·\d]{3,36}?)(?:[（(](?:盖|公)?章[）)])?$/
/** What offices are called; a line of the text that ends so has no verb. */
const OFFICE =
  /(?:局|委|委员会|办|办公室|办事处|厅|院|中心|政府|所|站|处|队|部|会|社|校|学|馆|团|署|司|街道|镇|乡|室|园|场|库|公司|医院|支队|大队)$/
/** So many paragraphs an end may take. */
const MOST = 6

/** The report's end. Where there is none, it begins behind the last paragraph. */
export function signatureOf(texts: readonly string[], first: number): Signature {
  const found: Signature = { begin: texts.length, signature: null, date: null, preparer: null, principal: null, phone: null }
  const last = lastOf(texts, first)
  for (let index = last; index >= Math.max(first, last - MOST + 1); index--) {
    const text = texts[index] as string
    let any = UNSIGNED.test(text)
    const date = DATE.exec(text)
    if (found.date === null && date !== null && text.length <= date[0].length + 44 && !/[。；]/.test(text)) {
      const around = text.replace(date[0], '').replace(/(?:日期|时间|填报日期|报告日期|填表日期)[:：]?/, '')
      if (around === '' || NAME.test(around) || LABELLED.some(([, pattern]) => pattern.test(around))) {
        found.date = { text: date[0], index, from: date.index }
        any = true
      }
    }
    for (const [name, pattern] of LABELLED) {
      const match = text.length > 80 ? null : pattern.exec(text)
      if (match === null || found[name] !== null) continue
      found[name] = { text: match[1] ?? '', index, from: match.index + match[0].lastIndexOf(match[1] ?? '') }
      any = true
    }
    const rest = found.date?.index === index ? text.replace(found.date.text, '') : text
    const name = markerOf(text) === null ? NAME.exec(rest)?.[1] : undefined
    if (found.signature === null && name !== undefined && OFFICE.test(name) && text.length <= 50) {
      found.signature = { text: name, index, from: Math.max(0, text.indexOf(name)) }
      any = true
    }
    if (!any) break
    found.begin = index
  }
  return found
}

/** Annexes that are only named behind the signature do not hide it; the date of a cover has the report's sentences behind it. */
function lastOf(texts: readonly string[], first: number): number {
  for (let index = texts.length - 1; index >= Math.max(first, texts.length - 40); index--) {
    const text = texts[index] as string
    if (new RegExp(`^(?:${DATE.source})$`).test(text)) return index
    if (/。$/.test(text)) break
  }
  return texts.length - 1
}
