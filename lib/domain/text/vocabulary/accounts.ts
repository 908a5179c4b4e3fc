/** The four figures of a year's account by their names: what came in, what there was, what was spent, what is left. */
export const ACCOUNT_ITEMS: readonly RegExp[] = [
  /(?:本年收入|总收入|收入决算|收入)(?:决算)?(?:数|合计|总额)[为共]?$|^(?:本年|全年|当年)收入(?:为|共)?$/,
  /(?:年初|上年)结转(?:和|及)?(?:结余)?(?:资金)?[为共]?$/,
  /(?:本年支出|总支出|支出决算|支出)(?:决算)?(?:数|合计|总额)[为共]?$|^(?:本年|全年|当年)支出(?:为|共)?$/,
  /(?:年末|期末)结转(?:和|及)?(?:结余)?(?:资金)?[为共]?$/,
]
/** What else an account may have. */
export const MORE_OF_ACCOUNT = /结余分配|使用非财政|非财政拨款结余|收回|上缴财政|调[入出]|提取|弥补|注销|其中[：:]?(?:年初|年末|上年)/
/** Of a kind of money, of another time, or of a plan. */
export const OF_OTHER_ACCOUNT = /[比较增减]|上年同期|财政拨款|基金|专户|预算(?!数)|其中/
