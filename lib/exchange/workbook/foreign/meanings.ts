import { FIGURE_ITEMS, type FigureColumn, type FigureItem, type FigureName, isFigureName } from '@/lib/domain/cells/funds'
import type { MoneyUnit } from '@/lib/domain/reading/number-reading'
import { plainWords } from './headings'

/** What the words of other people's tables probably mean. A person says what they do mean. */

/** How items are called, the best name of each first: what is called better is taken where both stand in a table. */
const ITEM_WORDS: readonly (readonly [FigureItem, RegExp])[] = [
  ['total', /^(?:部门)?整体支出|^年度资金总额|^本年支出(?:合计|总计|数)?$/],
  ['total', /^支出(?:合计|总计|总额)$/],
  ['total', /^(?:合计|总计)$/],
  ['general', /^一般公共预算(?!.*收入)/],
  ['governmentFund', /^政府性基金(?!.*收入)/],
  ['stateCapital', /^国有资本经营(?!.*收入)/],
  ['otherSource', /^其他资金/],
  ['personnel', /^人员(?:类)?(?:经费|支出)/],
  ['publicUse', /^(?:日常)?公用(?:经费|支出)/],
  ['basic', /^基本支出/],
  ['project', /^项目(?:经费)?支出/],
  ['openingCarryOver', /^(?:上年|年初)(?:财政拨款)?结转/],
  ['closingCarryOver', /^(?:年末|期末)(?:财政拨款)?结转|^结转下年/],
  ['abroad', /^因公出国/],
  ['vehiclePurchase', /^公务用车购置(?!及|和|与)/],
  ['vehicleOperation', /^公务用车运行/],
  ['reception', /^公务接待/],
  ['threePublic', /三公/],
  ['procurement', /^政府采购/],
  ['fixedAssetsInUse', /^在用固定资产/],
  ['fixedAssets', /^固定资产(?:总额|合计|原值)?$/],
  ['staffQuota', /^(?:人员)?编制(?:数|人数)?/],
  ['staffInPost', /^(?:年末)?(?:实有|在职|在编)/],
]

/** How well a text names which item: the smaller the better; null where it names none. */
export function itemNamed(text: string): { item: FigureItem; rank: number } | null {
  const words = plainWords(text)
    .replace(/^其中[：:]?/, '')
    .replace(/^(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．])(?=\D)/, '')
    .replace(/^其中[：:]?|[：:]$|[（(](?:万?元|人)[)）]$/g, '')
  const rank = ITEM_WORDS.findIndex(([, pattern]) => pattern.test(words))
  const item = ITEM_WORDS[rank]?.[0]
  return item === undefined ? null : { item, rank }
}

const OTHER = /增|减|差|比|率|%|％|结余|分值|得分/
const COLUMN_WORDS: readonly (readonly [FigureColumn, RegExp])[] = [
  ['received', /到位/],
  ['priorActual', /(?:上年|去年).*(?:决算|执行|实际|支出)/],
  ['initialBudget', /^(?!.*(?:上年|去年)).*年初.*预算|年初(?:批复|安排|数)/],
  ['adjustedBudget', /^(?!.*(?:上年|去年)).*(?:调整|全年|变更)(?:后)?(?:的)?预算|调整后/],
  ['actualExpenditure', /^(?!.*(?:上年|去年)).*(?:决算|执行|实际|支出数|支出金额)|^支出$/],
  ['adjustedBudget', /^(?!.*(?:上年|去年)).*预算数?$/],
]

/** The column that a heading over items probably means; null where it says none of them, or an item itself. */
export const columnNamed = (heading: string): FigureColumn | null =>
  heading.split('／').some((part) => itemNamed(part) !== null) ? null : columnSaid(heading)

function columnSaid(heading: string): FigureColumn | null {
  const words = plainWords(heading).replace(/[（(](?:万?元|人)[)）]/g, '')
  if (OTHER.test(words)) return null
  // The nearest heading says it best
  for (const part of [...words.split('／').reverse(), words]) {
    const found = COLUMN_WORDS.find(([, pattern]) => pattern.test(part))
    if (found !== undefined) return found[0]
  }
  return null
}

/** The figure of an item in a column; what has one number only is filled from what was spent. null: the item has no such column. */
export function figureAt(item: FigureItem, column: FigureColumn): FigureName | null {
  const name = `${item}/${column}`
  if (isFigureName(name)) return name
  const [only, ...others] = FIGURE_ITEMS[item].columns
  return others.length === 0 && only !== undefined && column === 'actualExpenditure' ? `${item}/${only}` : null
}

/** The figure that a column of a row of figures probably means. `title`: what the table is called, which says of what they are. */
export function figureNamed(heading: string, title: string): { name: FigureName; rank: number } | null {
  const parts = heading.split('／')
  const found = parts.toReversed().flatMap((part) => itemNamed(part.replace(/(?:年初|全年|调整)?预算数?$|决算数?$|执行数?$/, '')) ?? [])[0]
  if (found === undefined || OTHER.test(plainWords(heading).replace(/结余/g, ''))) return null
  const said = columnSaid(heading)
  const column =
    said ?? (/决算|执行|实际/.test(title) ? 'actualExpenditure' : /年初|预算/.test(title) ? 'initialBudget' : 'actualExpenditure')
  const name = figureAt(found.item, column)
  return name && { name, rank: found.rank }
}

/** The unit that a sheet says its amounts are in; null where it says none, or several. */
export function unitSaid(rows: readonly (readonly string[])[]): MoneyUnit | null {
  const said = new Set(
    rows.slice(0, 40).flatMap((row) =>
      row.flatMap((text) => {
        const words = plainWords(text)
        return [...words.matchAll(/(?:单位[：:](?:人民币)?|[（(](?:单位[：:])?)(万元|元)(?![\u4e00-\u9fff])/g)].flatMap(
          ([, unit]) => unit ?? [],
        )
      }),
    ),
  )
  const [unit, other] = said
  return other === undefined && (unit === '元' || unit === '万元') ? unit : null
}
