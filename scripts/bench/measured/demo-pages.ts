import { ask, type Program, signIn } from './program'

/** `shown`: the page's name in tables. */
export type MeasuredPage = { address: string; shown: string; cookie: string }

const PLAIN = '/help'

/** The page that draws least: the frame of every page around a dozen links. */
export function plainPage(pages: readonly MeasuredPage[]): MeasuredPage {
  const plain = pages.find(({ shown }) => shown === PLAIN)
  if (!plain) throw new Error(`${PLAIN} is not among the pages`)
  return plain
}

/** The first evaluation that a page links to. */
export async function evaluationOn(program: Program, address: string, cookie: string): Promise<string> {
  const { body } = await ask(program, address, cookie, 'identity')
  const found = /\/evaluations\/([a-z0-9]+)/.exec(body.toString())
  if (!found?.[1]) throw new Error(`no evaluation on ${address}`)
  return found[1]
}

const SECTIONS = ['', 'duties', 'funds', 'goals', 'tasks', 'indicators', 'analysis', 'problems', 'cover', 'check', 'history', 'report']

/** Every kind of page of the demo, each as somebody who works with it. */
export async function demoPages(program: Program): Promise<MeasuredPage[]> {
  const editor = await signIn(program, 'demo-jinhua-editor')
  const reviewer = await signIn(program, 'demo-reviewer')
  const administrator = await signIn(program, 'demo-administrator')
  const entered = await evaluationOn(program, '/', editor)
  const reviewed = await evaluationOn(program, '/dashboard/2022', reviewer)
  const of = (cookie: string, addresses: readonly string[]) => addresses.map((address) => ({ address, shown: address, cookie }))
  return [
    ...of(administrator, [PLAIN]),
    ...of('', ['/login']),
    ...of(editor, ['/']),
    ...SECTIONS.map((section) => ({
      address: `/evaluations/${entered}${section && `/${section}`}`,
      shown: `an evaluation${section && `: ${section}`}`,
      cookie: editor,
    })),
    { address: `/evaluations/${reviewed}/review`, shown: 'an evaluation: review', cookie: reviewer },
    ...of(reviewer, ['/dashboard/2022']),
    ...of(administrator, ['/rounds', '/schemes', '/departments', '/users', '/audit', '/jobs', '/account']),
  ]
}
