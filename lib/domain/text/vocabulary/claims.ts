/**
 * What claims that nothing is missing, and what in the same sentence (or anywhere, where `anywhere`) says that something is.
 * Claims are taken as said: 除…外, 基本 and 部分 before them make them no claims.
 */
export type ClaimPair = { rule: string; claim: RegExp; denial: RegExp; anywhere?: true }

const NOT_DONE = '(?:未|没有|尚未)(?:能|如期|按期|全部|全)?(?:完成|完工|竣工|到位|收齐|拨付|支付|实施|建成|开工|通过|整改)'
const SOME_LEFT = `(?:尚有|仍有|还有|另有|尚余|其中)[^，。；]{0,14}\\d[^，。；]{0,6}(?:${NOT_DONE}|在建|在办|未收齐|未到位)`

export const CLAIMS: readonly ClaimPair[] = [
  {
    rule: 'allDone',
    claim: /(?<![基部])(?:完工率|竣工率|完成率|到位率|整改率|办结率|验收率)(?:均?为|达到?)?100(?:\.0+)?%/g,
    denial: new RegExp(`${SOME_LEFT}|(?:基本|部分|大部分)(?:完工|完成|竣工|到位|拨付)|部分[^，。；]{0,4}(?:到位|完工)`),
  },
  {
    rule: 'allDone',
    claim: /(?<!除[^。；]{0,20})(?:全部|均已|均|已全部|都已)(?:完工|竣工|建成|到位|完成|收齐|支付|拨付)(?!后|前|的)/g,
    denial: new RegExp(`${SOME_LEFT}|(?:标段|[一二三四五]期|子项|工区)(?:完成|进度)(?:了|率|为|率为)?\\d{1,2}(?:\\.\\d+)?%(?!以上)`),
  },
  {
    rule: 'allDone',
    claim: /(?:各|所有|全部)(?:项目|工程|任务|小区)(?:均|都|已)*(?:全部)?(?:完工|竣工|建成|完成)/g,
    denial: /(?:在建|尚未完工|未完工|未竣工)(?:项目|的)?\d+个|\d+个(?:项目)?(?:在建|尚未完工|未完工|未竣工)/,
    anywhere: true,
  },
  {
    rule: 'allDone',
    claim: /(?:各|所有|全部)(?:项目|工程|标段)[^，。；\d]{0,6}(?:均|都|已|全部)+(?:完工|竣工|建成|完成)(?!后|前|的)/g,
    denial: /(?:项目|工程|标段|楼|[一二三四五]期)(?:尚|仍|还)?(?:未|没有)(?:能)?(?:如期|按期|全部)?(?:完工|竣工|建成)(?!验收|的目标)/,
    anywhere: true,
  },
  {
    rule: 'noDeviation',
    claim: /(?:不存在|没有|无|未出现|未产生)(?:任何)?(?:较大)?偏[差离]/g,
    denial: /未(?:能)?(?:按期|如期|按计划)?(?:实施|完成|达到|开工)|低于(?:计划|目标)|少于(?:计划|目标)/,
  },
  {
    rule: 'spent',
    claim: /(?:执行率|支付率|支出率|使用率)(?:为|达到?)?100(?:\.0+)?%/g,
    denial: /(?:尚有|还有|仍有|未使用|未支出|未支付|结余|剩余)(?:资金|经费)?\d[\d,.]*(?:亿|万)?元/,
  },
  {
    rule: 'inPlace',
    claim: /(?:足额|全部|全额|及时足额)(?:拨付)?到位/g,
    denial: /(?:未|没有|尚未)(?:能)?(?:足额|全部|全额)?到位|未收齐|部分[^，。；]{0,4}到位/,
  },
]

/** 未发生…, 无…, 0起: and the same thing with a number elsewhere. */
export const NONE_OCCURRED = /(?:未发生|未出现|没有发生|没有出现|无|杜绝了?|零)(?:一起|任何)?([\u4e00-\u9fff、]{2,16}?)(?=[，。；]|\d)/g
/**
 * Behind it, or before it, stands how often it happened all the same. 未发生一次死亡3人以上的事故: what is denied itself is
 * no such place, and from so many on is a class of events, not how many there were.
 */
export const OCCURRED =
  /(?<!未|没有|杜绝了?|防止|避免|不)(?:发生|出现|查处|造成)(?:了)?([\u4e00-\u9fff]{0,12}?)(\d+)(?:起|次|件|宗|例|人)(?!及?以[上下])/g

/** The same words for a figure that did not change. */
export const UNCHANGED =
  /(?:与|和|同|跟)?[上去]年(?:同期)?(?:基本)?(持平|一致|相同|相当)|(?:两者|二者|三者|四者|各项)(?:均|都)?(相等|相同)/g
