import type { Role } from '@/lib/domain/people/permissions'

/**
 * Who may see which page and start which action. The test compares this with the app folder: a page or an action
 * without a line here fails it. Write the line when you add the page.
 */

/** The rows of the world that the test builds: those of the department where the person has a role. */
export type World = {
  evaluation: string
  department: string
  /** Below the department, and in no round. */
  unit: string
  user: string
  membership: string
  round: string
  schemeVersion: string
  indicator: string
  note: string
  /** SHA-256 of a paper that was read for the evaluation. */
  paper: string
  /** SHA-256 of a workbook that was brought for it. */
  book: string
  /** A project of it, and one of the department's that only another year has. */
  project: string
  earlierProject: string
  /** A file of its 佐证材料. */
  evidence: string
  /** Started by the department's administrator, and stopped. */
  job: string
}

export type PageRule = {
  /** `everyone`: also without signing in. */
  shownTo: readonly Role[] | 'everyone'
  /** Parameters of the address; the page must not exist for those whose role is at another department, unless `shared`. */
  params?: (world: World) => Record<string, string>
  search?: (world: World) => Record<string, string>
  /** Shown to the role wherever it is held: a list that holds only what the person may see. */
  shared?: boolean
  /** Shown to administrators of the whole tree only. */
  whole?: true
}

const all: readonly Role[] = ['editor', 'approver', 'reviewer', 'administrator']
export const administrator: readonly Role[] = ['administrator']
const overview: readonly Role[] = ['reviewer', 'administrator']

const ofEvaluation = (shownTo: readonly Role[]): PageRule => ({ shownTo, params: ({ evaluation }) => ({ id: evaluation }) })

export const pages: Readonly<Record<string, PageRule>> = {
  '/login': { shownTo: 'everyone' },
  '/': { shownTo: all, shared: true },
  '/account': { shownTo: all, shared: true },
  '/audit': { shownTo: administrator, shared: true },
  // Leads on to the newest year, which decides
  '/dashboard': { shownTo: all, shared: true },
  '/dashboard/[year]': { shownTo: overview, shared: true, params: () => ({ year: '2023' }) },
  '/departments': { shownTo: administrator, shared: true },
  '/departments/new': { shownTo: administrator, shared: true },
  '/departments/[id]': { shownTo: all, params: ({ department }) => ({ id: department }) },
  '/users': { shownTo: administrator, shared: true },
  '/users/new': { shownTo: administrator, shared: true },
  '/users/roster': { shownTo: administrator, shared: true },
  '/users/[id]': { shownTo: administrator, params: ({ user }) => ({ id: user }) },
  '/jobs': { shownTo: all, shared: true },
  '/jobs/[id]': { shownTo: administrator, params: ({ job }) => ({ id: job }) },
  '/rounds': { shownTo: administrator, shared: true },
  '/rounds/new': { shownTo: administrator, shared: true },
  '/rounds/past-years': { shownTo: administrator, shared: true },
  '/rounds/[id]': { shownTo: administrator, shared: true, params: ({ round }) => ({ id: round }) },
  '/rounds/[id]/departments/[evaluation]': { shownTo: administrator, params: ({ round, evaluation }) => ({ id: round, evaluation }) },
  '/schemes': { shownTo: administrator, shared: true },
  '/schemes/compare': {
    shownTo: administrator,
    shared: true,
    search: ({ schemeVersion }) => ({ left: schemeVersion, right: schemeVersion }),
  },
  '/schemes/[id]': { shownTo: administrator, shared: true, params: ({ schemeVersion }) => ({ id: schemeVersion }) },
  '/schemes/[id]/copy': { shownTo: administrator, whole: true, params: ({ schemeVersion }) => ({ id: schemeVersion }) },
  '/schemes/[id]/edit': { shownTo: administrator, whole: true, params: ({ schemeVersion }) => ({ id: schemeVersion }) },
  '/schemes/[id]/trial': { shownTo: administrator, shared: true, params: ({ schemeVersion }) => ({ id: schemeVersion }) },
  '/help': { shownTo: 'everyone' },
  '/help/checks': { shownTo: 'everyone' },
  '/help/schemes': { shownTo: 'everyone' },
  '/help/workflow': { shownTo: 'everyone' },
  '/help/[topic]': { shownTo: 'everyone', params: () => ({ topic: 'funds' }) },
  '/evaluations/[id]': ofEvaluation(all),
  '/evaluations/[id]/analysis': ofEvaluation(all),
  '/evaluations/[id]/carry/[section]': { shownTo: ['editor'], params: ({ evaluation }) => ({ id: evaluation, section: 'duties' }) },
  '/evaluations/[id]/check': ofEvaluation(all),
  '/evaluations/[id]/cover': ofEvaluation(all),
  '/evaluations/[id]/duties': ofEvaluation(all),
  '/evaluations/[id]/evidence': ofEvaluation(all),
  '/evaluations/[id]/figures': ofEvaluation(all),
  '/evaluations/[id]/funds': ofEvaluation(all),
  '/evaluations/[id]/goals': ofEvaluation(all),
  '/evaluations/[id]/history': ofEvaluation(all),
  '/evaluations/[id]/indicators': ofEvaluation(all),
  '/evaluations/[id]/intake': ofEvaluation(['editor']),
  '/evaluations/[id]/problems': ofEvaluation(all),
  '/evaluations/[id]/projects': ofEvaluation(all),
  '/evaluations/[id]/report': ofEvaluation(all),
  '/evaluations/[id]/review': ofEvaluation(all),
  '/evaluations/[id]/tasks': ofEvaluation(all),
  '/evaluations/[id]/workbook': ofEvaluation(['editor']),
  '/evaluations/[id]/years': ofEvaluation(all),
}

/** Addresses that are not pages. `everyone`: also without signing in; otherwise 401 without, and 404 for those from elsewhere. */
export const routes: Readonly<Record<string, PageRule>> = {
  '/api/auth/[...nextauth]': { shownTo: 'everyone' },
  '/departments/tree': { shownTo: administrator, search: ({ department }) => ({ below: department }) },
  '/evaluations/[id]/changes': ofEvaluation(all),
  '/evaluations/[id]/data': ofEvaluation(all),
  '/evaluations/[id]/evidence/file': { ...ofEvaluation(all), search: ({ evidence }) => ({ evidence }) },
  '/evaluations/[id]/evidence/list': { ...ofEvaluation(all), search: () => ({ place: 'funds' }) },
  '/evaluations/[id]/intake/paper': ofEvaluation(all),
  '/evaluations/[id]/library': ofEvaluation(all),
  '/evaluations/[id]/live': ofEvaluation(all),
  '/evaluations/[id]/report/document': ofEvaluation(all),
  '/evaluations/[id]/report/pdf': ofEvaluation(all),
  '/evaluations/[id]/workbook/file': ofEvaluation(all),
  '/health': { shownTo: 'everyone' },
  '/display': { shownTo: 'everyone' },
}
