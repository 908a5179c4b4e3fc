/** What stands right before a rate of change that is said in words. */
export const CHANGED_BY =
  /(?:增长|增加|提高|提升|上升|上涨|扩大|增幅|涨幅|下降|降低|减少|压减|压缩|压降|缩短|缩减|回落|降幅|减幅|节省|节约|同比翻|翻)(?:了|为|达|近|约|将近|接近|逾|超)?$/

/** Words of growth: what each numeral before them comes to in per cent, and by how much more or less it may be said. */
export const SPOKEN_RATES: readonly { pattern: RegExp; perCent: Readonly<Record<string, string>>; apart: string }[] = [
  {
    pattern: /([一二两三四五六七八九])成(?![立效果员本功为熟交绩都品套分型])/g,
    perCent: { 一: '10', 二: '20', 两: '20', 三: '30', 四: '40', 五: '50', 六: '60', 七: '70', 八: '80', 九: '90' },
    apart: '5',
  },
  { pattern: /([一两三])番/g, perCent: { 一: '100', 两: '300', 三: '700' }, apart: '10' },
  { pattern: /([一二两三四五])倍/g, perCent: { 一: '100', 二: '200', 两: '200', 三: '300', 四: '400', 五: '500' }, apart: '25' },
]
