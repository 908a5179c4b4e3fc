/** 甲中乙仅占, 乙只占甲的: within what, what, and of what. */
export const NAMED_SHARE =
  /^(?:[一二三四五六七八九]是)?(?:([\u4e00-\u9fff]{2,8}?)[之当]?中)?([\u4e00-\u9fff]{0,10}?)(?:仅|只|约|也|还|已|共|合计)*占(?:到|了)?(?:全部|全体|所有)?([\u4e00-\u9fff]{2,10}?)?的?(?:比例|比重)?(?:的|为|达到?)?$/
/** A share that does not say of what. */
export const BARE_SHARE = /^(?:仅|只|约|就)?占(?:比)?(?:为|达到?)?$/
/** Words at the ends of a name that say nothing of what it is of. */
export const AROUND_NAME =
  /^(?:其中|含|包括|另有|共有|现有|全年|当年|本年|年末|实有|完成|全部|该|其)+|(?:总人数|人数|总数|总量|总额|数量|量|金额|资金|经费|共计|合计|数|共|有|为|是|达到?)+$/g
/** Numbers of another time, of a plan, or of what was done beyond a stock bear no name. */
export const NO_BEARER = /[上去]年|同期|\d{4}年|计划|目标|应|任务|新增|增加|减少|每|均|[较比]|[不未]/
/** What may stand before 占 without naming another part: 分别占, 仅占. */
export const FILLER = /其中|分别|合计|[各仅共均约恰将只也并且而及和就则]|两者|二者|三者|大约|正好/g
/** A share told again by the name of its part alone. */
export const SHARE_AGAIN = /^(?:[一二三四五六七八九]是)?([\u4e00-\u9fff]{3,10}?)(?:占比|比重|比例)(?:仅|只|高|已|仍|均)*(?:为|达到?|有)?$/
