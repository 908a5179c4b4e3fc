/** What a year is called by how far it is from the year that the report is about. */
export const YEARS_BY_NAME: readonly (readonly [pattern: RegExp, apart: number])[] = [
  [/(?:评价|自评|填报)年度[】:：为是]*((?:19|20)\d{2})年/g, 0],
  [/(?:本|当|该)(?:评价)?年度?[（(](?:即|为)?((?:19|20)\d{2})年?度?[)）]/g, 0],
  [/(?:上一?个?(?:评价)?年度?|去年)[（(](?:即|为)?((?:19|20)\d{2})年?度?[)）]/g, -1],
  [/(?:下一?个?(?:评价)?年度?|明年|来年|次年)[（(](?:即|为)?((?:19|20)\d{2})年?度?[)）]/g, 1],
]

/** Up to the end of a year. */
export const AS_OF = /(?:截[至止]|到)((?:19|20)\d{2})(?:年(?:12月(?:31日|底)|年?[底末])|[底末])/g
/** What was spent by then is of the year of the report. */
export const SPENT_BY = /(?:支出|支付|执行|拨付|使用|付款)[^，。\d]{0,6}\d/
/** What there is by then, said of the present. */
export const THERE_IS = /现有|实有|共有|持证|在册|在岗|在编|登记在/
/** What makes it a story of other years. */
export const OF_OTHER_YEARS = /由|从|自|[上去]年|结转|结余|历年|曾|原有|当时/

/** A notice of funds by the year it is for, with the year of its number behind it: 《关于下达2022年…的通知》（示财社〔2022〕41号）. */
export const NOTICE_OF_FUNDS =
  /《[^》]{0,12}(?:下达|拨付|安排|提前下达|预拨|分配)[^》]{0,8}?((?:19|20)\d{2})年[^》]{0,40}》[（(][^）)〔]{0,16}〔((?:19|20)\d{2})〕/g
