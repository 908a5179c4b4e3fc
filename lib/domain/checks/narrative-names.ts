import { normalised } from '@/lib/domain/number-reading'
import type { Check } from './check'
import { occurrences, passagesOf, reports } from './report-text'

/** Whether a report speaks of its own year and its own department. */

const YEAR_OF_REPORT = /(\d{4})年?(?:度)(?!以来|至|-|—)[^。；，\n]{0,30}?(?:自评|部门整体支出|绩效评价|决算)/g

/** T03: the text speaks of another year's evaluation than the form's. Titles of regulations are left alone. */
const years: Check = {
  code: 'T03',
  severity: 'warning',
  find: (form) => {
    const { year } = form
    if (year === null) return []
    return passagesOf(form).flatMap(({ at, part, text }) =>
      occurrences(text.replace(/《[^》]{0,80}》|[〔[(（]\d{4}[〕\])）]/g, ''), YEAR_OF_REPORT)
        // Measures are for the year after.
        .filter((match) => ![year, year - 1, ...(part === 'measures' ? [year + 1] : [])].some((right) => match[1] === `${right}`))
        .map((match) => ({ at, facts: { found: match[1] ?? '', year: `${year}`, text: match[0].slice(0, 40) } })),
    )
  },
}

/** What a department's name looks like. */
const INSTITUTION = /^[\u4e00-\u9fff（）()]{4,40}(?:局|委员会|委|办公室|办事处|办|处|中心|院|校|站|馆|所|队|政府|厅|部|会)$/
const DATE_LINE = /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/

/** T04: who signs a printed report is not the department. */
const signer: Check = {
  code: 'T04',
  severity: 'warning',
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      const date = lines.findLastIndex((line) => DATE_LINE.test(line))
      const signed = date > 0 ? (lines[date - 1] ?? '').replace(/\s/g, '') : ''
      const named = normalised(form.department).replaceAll(' ', '')
      if (!INSTITUTION.test(signed) || named.includes(signed) || signed.includes(named)) return []
      return [{ at, facts: { found: signed, department: form.department } }]
    }),
}

const TITLE = /\d{4}年度([\u4e00-\u9fff（）()]{2,40}?)(?:部门)?整体支出绩效自评(?:报告|情况)/

/** T04: the title names somebody else than the department. */
const titleName: Check = {
  code: 'T04',
  severity: 'warning',
  find: (form) =>
    reports(form).flatMap(({ at, lines }) => {
      const titled = TITLE.exec(lines.slice(0, 6).join('').replace(/\s/g, ''))?.[1] ?? ''
      const named = normalised(form.department).replaceAll(' ', '')
      if (!INSTITUTION.test(titled) || named.includes(titled) || titled.includes(named)) return []
      return [{ at, facts: { kind: 'title', found: titled, department: form.department } }]
    }),
}

export const nameChecks: readonly Check[] = [years, signer, titleName]
