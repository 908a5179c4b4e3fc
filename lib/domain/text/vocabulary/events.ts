/** What is still to come, or may be: no date of it is beyond the report. */
export const AHEAD = /计划|预计|拟|将(?!近)|规划|到期|期限|有效期|止|届满|缺陷责任|质保|免费|前完成|目标|力争|争取|列入|待|预期|约定|应/

/** Events of a purchase or of works in the order in which they happen. */
export const EVENTS: readonly RegExp[] = [
  /立项|批复(?!结)/,
  /招标|开标/,
  /中标|签订/,
  /开工|进场|启动/,
  /到货|交付|交货|送达/,
  /完工|竣工|交工|建成/,
  /验收|复验/,
  /投用|投入使用/,
]
