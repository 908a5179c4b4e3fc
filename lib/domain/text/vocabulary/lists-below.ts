/** The line of a total behind the lines that it is of. */
export const TOTAL_BELOW =
  /^(?:以上|上述)?(?:各项|各类|[两二三四五六七八九十]项)?(?:资金|支出|收入|金额|经费|投入|项目)?(?:合计|共计|总计|小计)(?:资金|支出|收入|金额|经费|投入)?[：为]?$/
/** What is no item of a list. */
export const NO_ITEM = /其中|合计|共计|总计|小计|每|均(?!衡)|单价|标准|[上去]年同期|同比|[较比](?!赛)|增[加长]|减少|结[余转]|剩余/
/** Words that lead a list of amounts in. */
export const HEADS_LIST = /如下|公[示告]|来源|构成|组成|分配|去向|明细|用途/
