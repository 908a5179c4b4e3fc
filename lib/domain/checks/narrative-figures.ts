import { readDigits } from '@/lib/domain/number-reading'
import { absolute, isPositive, isZero, minus, moreThan, quantity, sum, times } from '@/lib/domain/quantities'
import { type Check, type Found, fact } from './check'
import { excerpt, NUMBER, occurrences, type Passage, passagesOf } from './report-text'

/** Figures in the text against each other, and parts against their total. */

const COUNTED = '(亿元|万元|元|万人次|人次|个|人|名|户|件|宗|次|场|项|份|家|起|吨|亩|米|公里|平方米|处|套|条|%)'
const BEFORE = new RegExp(`${NUMBER}余?${COUNTED}[^\\d。；;]{0,16}$`)
/** Before brackets that hold the parts nothing stands between. */
const RIGHT_BEFORE = new RegExp(`${NUMBER}余?${COUNTED}$`)
const PARTS = new RegExp(`${NUMBER}(余?)${COUNTED}`, 'g')
const NINE_TENTHS = quantity('0.9')

/** T09: what stands behind 其中, or in brackets behind a number, does not add up to what stands before it. */
const partsInText: Check = {
  code: 'T09',
  severity: 'warning',
  find: (form) => passagesOf(form).flatMap(partsIn),
}

/** The list behind 其中, or in brackets: to the end of those or of the sentence, without what its parts consist of and what is compared. */
function listFrom(text: string, start: number, inBrackets: boolean): string {
  const rest = (/^[^。；;\n]{0,300}/.exec(text.slice(start)) ?? [''])[0]
  const own = inBrackets ? rest.replace(/[)）].*$/, '') : rest
  return own.replace(/[(（][^()（）]*[)）]/g, '').replace(/(?:其中|同比|[较比]上|[较比]去|累计|共计|合计|平均|人均).*$/, '')
}

function partsIn({ at, text }: Passage): Found[] {
  return occurrences(text, /其中|[(（](?!其中)(?=[^()（）]*\d[^()（）]*\d[^()（）]*\d)/g).flatMap(({ 0: mark, index }) => {
    const named = mark === '其中'
    const before = (named ? BEFORE : RIGHT_BEFORE).exec(text.slice(Math.max(0, index - 40), index))
    const total = before === null ? null : readDigits(before[1] ?? '')
    const unit = before?.[2] ?? ''
    // Rates do not add up: 公开率100%，其中预算100%、决算100%.
    if (total === null || !isPositive(total.value) || unit === '%') return []
    const list = listFrom(text, index + mark.length, !named || /[(（]/.test(text[index - 1] ?? ''))
    const found = occurrences(list, PARTS)
    const numbers = found.map((match) => readDigits(match[1] ?? ''))
    if (found.length < (named ? 2 : 3) || found.some((match, i) => match[3] !== unit || match[2] !== '' || numbers[i] === null)) return []
    const added = sum(numbers.map((number) => number?.value ?? total.value))
    const apart = minus(added, total.value)
    // Fewer than all parts may be named: only too much, or nearly but not quite all, is suspicious.
    const nearly = found.length >= 3 && moreThan(added, times(total.value, NINE_TENTHS))
    if (isZero(apart) || !(isPositive(apart) || nearly)) return []
    const facts = {
      text: `${before?.[0] ?? ''}${mark}${list}`.slice(0, 120),
      total: fact(total.value),
      sum: fact(added),
      difference: fact(absolute(apart)),
      unit,
    }
    return [{ at, facts, expected: fact(added), found: fact(total.value) }]
  })
}

const SATISFACTION =
  /([\u4e00-\u9fff“”]{2,24}?(?:满意度|满意率|覆盖率|参与率|合格率|完成率|登记率|及时率|成功率|就业率|达标率))((?:达到了?|达|为|是|超过了?|高于|不低于)?了?)(\d+(?:\.\d+)?)[%％](以上)?/g

/** T30: the text says the same thing with two values (满意度 100% and 超过85%). */
const saidTwice: Check = {
  code: 'T30',
  severity: 'warning',
  find: (form) => {
    const first = new Map<string, string>()
    return passagesOf(form)
      .flatMap(({ at, text }) => occurrences(text, SATISFACTION).map((match) => ({ at, match })))
      .flatMap(({ at, match }) => {
        const name = (match[1] ?? '').replace(/的|^(?:其中|全年|实现|并且|且|和|，)+/g, '')
        const value = `${/超过|高于|不低于/.test(match[2] ?? '') ? (match[2] ?? '').replace('了', '') : ''}${match[3]}%${match[4] ?? ''}`
        const earlier = first.get(name)
        if (earlier === undefined) {
          first.set(name, value)
          return []
        }
        return earlier === value ? [] : [{ at, facts: { name, first: earlier, second: value } }]
      })
  },
}

const AMOUNTS = /(?<![\d.,])(\d[\d,]*\.\d+)万元/g
const PLAIN_LARGE =
  /(?<![\d.,年—-])(\d{4,}(?:\.\d+)?)(?=个|人|名|户|件|宗|次|场|项|份|家|起|吨|亩|米|平方米|公里|元|万元|处|套|盏|册|张|例)/g
/** １００份, １００％. Numbers of headings and dates are often full-width by the printer's choice. */
const FULL_WIDTH = /(?<![０-９．.，,])[０-９](?:[．.，,]?[０-９])+(?=[个人名户件次场项份家元万%％])/
const HALF_WIDTH = /(?<!\d)\d{2,}(?=[个人名户件次场项份家元万%％])/

/** T10: one number without thousands separators among others with them, one amount with other decimals, or digits of two widths. */
const uniformNumbers: Check = {
  code: 'T10',
  severity: 'info',
  find: (form) => {
    const passages = passagesOf(form)
    const separated = passages.reduce((n, { text }) => n + occurrences(text, /\d,\d{3}/g).length, 0)
    const decimals = passages.flatMap(({ at, text }) => occurrences(text, AMOUNTS).map((match) => ({ at, written: match[1] ?? '' })))
    const twoPlaces = decimals.filter(({ written }) => /\.\d\d$/.test(written)).length
    return [
      ...(separated < 3
        ? []
        : passages.flatMap(({ at, text }) =>
            occurrences(text, PLAIN_LARGE).map((match) => ({
              at,
              facts: { kind: 'separator', text: excerpt(text, match.index, match[0].length), found: match[1] ?? '' },
            })),
          )),
      ...(twoPlaces < 3
        ? []
        : decimals
            .filter(({ written }) => /\.\d$/.test(written))
            .map(({ at, written }) => ({ at, facts: { kind: 'decimals', text: `${written}万元`, found: written } }))),
      // One of them is enough: who mixes widths does so throughout.
      ...(form.text.some(({ text }) => HALF_WIDTH.test(text))
        ? form.text
            .flatMap(({ at, text }) => (FULL_WIDTH.exec(text) ?? []).slice(0, 1).map((found) => ({ at, facts: { kind: 'width', found } })))
            .slice(0, 1)
        : []),
    ]
  },
}

export const figureChecks: readonly Check[] = [partsInText, saidTwice, uniformNumbers]
