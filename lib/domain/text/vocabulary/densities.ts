/**
 * Words of a density: before the figure (`pattern`: the noun that is counted, and for how many) or right behind it (`behind`). `many`: of how
 * many people, or of how many square kilometres.
 */
export const DENSITIES: readonly { pattern?: RegExp; behind?: RegExp; of: 'people' | 'land'; many: string }[] = [
  {
    pattern: /每千(?:名)?(?:常住|户籍)?人(?:口)?(?:平均)?(?:拥有|配备|有|配置|设有|建有)?([\u4e00-\u9fff]{0,8}?)(?:数量?)?(?:为|达到?)?$/,
    of: 'people',
    many: '1000',
  },
  {
    pattern: /每万(?:名)?(?:常住|户籍)?人(?:口)?(?:平均)?(?:拥有|配备|有|配置|设有|建有)?([\u4e00-\u9fff]{0,8}?)(?:数量?)?(?:为|达到?)?$/,
    of: 'people',
    many: '10000',
  },
  { pattern: /每平方(?:公里|千米)(?:平均)?(?:拥有|有|约)?([\u4e00-\u9fff]{0,6}?)(?:为|达到?)?$/, of: 'land', many: '1' },
  {
    pattern:
      /每(?:10|十)万(?:名)?(?:常住|户籍)?人(?:口)?(?:平均)?(?:拥有|配备|有|发病|报告)?([\u4e00-\u9fff]{0,8}?)(?:数量?)?(?:为|达到?)?$/,
    of: 'people',
    many: '100000',
  },
  { behind: /^\/(?:10|十)万/, of: 'people', many: '100000' },
  { behind: /^\/千人/, of: 'people', many: '1000' },
  { behind: /^\/万人/, of: 'people', many: '10000' },
  { behind: /^\/平方(?:公里|千米)/, of: 'land', many: '1' },
]

/** How many people there are, and how much land. */
export const POPULATION = /(?:常住|户籍|总|服务|辖区)人口(?:总?数)?[为有约达]*$|^(?:全[省市县区镇]|现有|共有)?人口(?:总?数)?[为有约达]*$/
export const LAND =
  /(?:幅员|辖区|总|国土|行政区域|区域|镇域|县域|街道|市域)(?:总)?面积[为约达]*$|^面积[为约达]*$|(?:全[省市县区州镇])?幅员$/
