/** Units that one word of a price may count: 人均 is of 人, 名 or 人次, 次均 of 次 or 人次. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  人: ['人', '名', '位', '人次'],
  名: ['名', '人', '位'],
  位: ['位', '名', '人'],
  次: ['次', '人次', '场次', '架次', '期'],
  场: ['场', '场次', '期'],
  班: ['个'],
  户: ['户'],
  车: ['辆', '台'],
  生: ['人', '名'],
  案: ['件', '宗', '起'],
  公里: ['公里', '千米'],
}
export const unitsNamed = (word: string): readonly string[] => SAME[word] ?? [word]

const COUNTED =
  '家次|批次|台次|人次|平方公里|平方米|公顷|延米|头|只|羽|匹|份|笔|例|对|剂|立方米|架次|学位|驿站|公里|千米|公斤|小区|社区|连队?|人|名|位|户|家|台|辆|部|套|架|座|所|处|个|项(?!目)|次|期|场|册|本|件|宗|枚|顶|张|床|株|棵|吨|亩|米|批|站|页|班|门|支|条|盏|间|栋|幢|村|案|车|生(?!产)'

/** Words before a figure that is so much for each one; the first bracket holds what is counted. */
export const PER: readonly RegExp[] = [
  new RegExp(`单位(${COUNTED})[^，。；\\d]{0,8}$`),
  new RegExp(`单(${COUNTED})(?:（[^）\\d]*）)?(?:平均|均)[^，。；\\d]{0,8}$`),
  new RegExp(`单(${COUNTED}|页)[^，。；\\d]{0,4}(?:成本|造价|费用|价|投资)$`),
  /(班)额(?:平均|均)?$/,
  /(亩)产[^，。；\d]{0,4}$/,
  // 单产 is of a mu.
  /单产()(?:达到?|为)?$/,
  /([县镇乡校师岗床科团])均(?!衡|匀|价)[^，。；\d]{0,8}$/,
  /每(?:个)?([县镇乡校岗科团])(?:每[月年季天日])?[^，。；\d]{0,8}$/,
  new RegExp(`每(?:位|名|个)?(${COUNTED})(?:每[月年季天日]|每学年|每年每?[^，。；\\d]{0,2})?(?!以|上|下)[^，。；\\d]{0,8}$`),
  new RegExp(`(${COUNTED})均(?!衡|匀|价)[^，。；\\d]{0,8}$`),
  /平均每(?:位|名|个)?([\u4e00-\u9fff]{1,3})[^，。；\d]{0,10}$/,
]
/** What is counted in words such as 个 or 名 and named beside the number: 87个县, 岗位600个. */
export const NAMED_BY: Readonly<Record<string, RegExp>> = {
  县: /^(?:个)?(?:县|区县|县区)|(?:县|县区)数?$/,
  镇: /^(?:个)?(?:乡?镇|镇街)|乡?镇$/,
  乡: /^(?:个)?乡镇?|乡镇?$/,
  村: /^(?:个)?(?:行政)?村|村$/,
  校: /^(?:所|个)?(?:中小?|小)?学校?|学校$/,
  师: /^[^，。；]{0,4}教(?:师|职工)|教(?:师|职工)(?:人数|总数)?$/,
  生: /^[^，。；]{0,4}学?生|(?:学|在校|研究|毕业|招)生(?:人数|总数)?$/,
  岗: /^(?:个)?[^，。；]{0,6}岗|岗位?$/,
  站: /^(?:个)?[^，。；]{0,4}站|站(?:点)?(?:[^，。；\d]{0,4})$/,
  床: /^(?:张)?[^，。；]{0,4}床|床位$/,
  班: /^(?:个)?(?:教学)?班|班级?$/,
  科: /^(?:个)?科室?|科室$/,
  团: /^(?:个)?团/,
}

/** 单价: of whatever stands before it. */
export const PRICE = /单价(?:为|是|约|均为)?$/
/** 每千人, 每万人: so many are one. */
export const MANY: readonly (readonly [RegExp, string])[] = [
  [/每百/, '100'],
  [/每千/, '1000'],
  [/每万/, '10000'],
  [/每十万/, '100000'],
]

/** What goes on for how long: times in a year. */
export const OF_TIME: readonly (readonly [RegExp, string])[] = [
  [/每月|月均|月人均|均月/, '12'],
  [/每季|季均/, '4'],
  [/每学期/, '2'],
  [/每[天日]|日均/, '365'],
]
