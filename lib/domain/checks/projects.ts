import { isPositive, lessThan, minus, moreThan, type Quantity, quantity, sum } from '@/lib/domain/quantities'
import { normalised } from '@/lib/domain/reading/number-reading'
import { type Check, type Found, fact, ofOwn, sameAmount } from './check'
import type { Form, OwnParts } from './form'

type Projects = OwnParts['projects']
/** A column in which both the projects and 项目支出 say something, in the form's unit. */
type Column = { column: Projects['columns'][number]['column']; projects: Quantity; whole: Quantity; complete: boolean }

/** The columns of 项目支出 that are filled, each with what the projects come to; `complete`: every project says its amount. */
const columnsOf = ({ columns }: Projects): Column[] =>
  columns.flatMap(({ column, whole, each }) => {
    const filled = each.filter((value) => value !== null)
    return whole === null ? [] : [{ column, whole, projects: sum(filled), complete: filled.length === each.length }]
  })

const factsOf = ({ column, projects, whole }: Column, form: Form) => ({
  column,
  projects: fact(projects),
  whole: fact(whole),
  difference: fact(minus(projects, whole)),
  unit: form.unit,
})

/** The two amounts: what is explained of a finding about a column. */
const figures = {
  version: 1,
  of: ({ column, projects, whole }: { column: string; projects: string; whole: string }) => ({ column, projects, whole }),
}

/** F40: the projects together come to more than the department's 项目支出. */
const withinTheWhole = ofOwn({ code: 'F40', severity: 'warning', figures }, ({ projects }, form) =>
  columnsOf(projects)
    .filter((one) => moreThan(one.projects, one.whole) && !sameAmount(form, one.projects, one.whole, projects.names.length))
    .map((one) => ({ at: 'projects', facts: factsOf(one, form) })),
)

/** F41: the scheme asks for every project, and those that are there do not make up 项目支出. */
const allOfThem = ofOwn({ code: 'F41', severity: 'error' }, ({ projects }, form) =>
  form.scheme.projects?.must !== 'all'
    ? []
    : columnsOf(projects)
        .filter(
          (one) => one.complete && lessThan(one.projects, one.whole) && !sameAmount(form, one.projects, one.whole, projects.names.length),
        )
        .map((one) => ({ at: 'projects', facts: factsOf(one, form) })),
)

/**
 * F42: the scheme asks for every project of so much or more, and so much of 项目支出 is in none of those that are there. Many smaller ones may
 * come to as much, hence no more than a hint.
 */
const largeOnes = ofOwn({ code: 'F42', severity: 'info' }, ({ projects }, form): readonly Found<'F42'>[] => {
  const rule = form.scheme.projects
  if (rule?.must !== 'above') return []
  const amount = quantity(rule.amount)
  return columnsOf(projects)
    .filter(({ column, complete }) => column === 'adjustedBudget' && complete)
    .filter((one) => isPositive(minus(one.whole, one.projects)) && !lessThan(minus(one.whole, one.projects), amount))
    .map((one) => ({ at: 'projects', facts: { ...factsOf(one, form), amount: fact(amount) } }))
})

/** F43: a project that the scheme names is not there. */
const namedOnes = ofOwn({ code: 'F43', severity: 'error', unfilled: true }, ({ projects }, { scheme }) => {
  if (scheme.projects?.must !== 'named') return []
  const there = new Set(projects.names.map(called))
  return scheme.projects.names
    .filter((name) => called(name) !== '' && !there.has(called(name)))
    .map((name) => ({ at: 'projects', facts: { name } }))
})

/** A name however its width and spaces are typed. */
const called = (name: string): string => normalised(name).replaceAll(' ', '')

export const projectChecks: readonly Check[] = [withinTheWhole, allOfThem, largeOnes, namedOnes]
