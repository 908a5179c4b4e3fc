/** Two ways in which everything that came in went, or two states that leave no third. */
export const TWO_WAYS: readonly (readonly [one: RegExp, other: RegExp])[] = [
  [/按[期时]|如期|及时/, /逾期|超[时期]/],
  [/直办|自办|直接(?:办[结理]|答复|解答)|(?:在线|当场|即时)(?:办结|解答|答复)/, /交办|转办|转派|派[单发]|分派/],
  [/办结|审结|结案|办理完毕/, /办理中|在办|正在办理?|未办?结/],
]
/** What came in. */
export const CAME_IN = /受理|收到|接[收到听]|登记|办理|共有?|诉求|工单|来[电信件]|派单|案件|投诉|咨询/
/** With these between, more went than came in this time, or it is told of another time. */
export const OF_MORE = /旧存|存案|[上去往]年|结转|遗留|历年|累计|往期|含|另/
