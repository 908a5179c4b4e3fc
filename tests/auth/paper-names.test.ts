import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePress } from '@/lib/report/pdf'
import { testDatabase } from '@/tests/support/database'
import { aWorld, exportsOf, type Person, signInAs } from './server-side'

testDatabase()

let world: Awaited<ReturnType<typeof aWorld>>
beforeAll(async () => {
  world = await aWorld()
})
afterAll(closePress)

/** The name under which a paper is kept, and the title that stands in it. */
async function named(part: string): Promise<{ name: string; title: string }> {
  await signInAs(world.own.find(({ role }) => role === 'editor') as Person)
  const { GET } = await exportsOf('app/evaluations/[id]/report/pdf/route.ts')
  const params = Promise.resolve({ id: world.world.evaluation })
  const answer = (await GET?.(new Request(`http://localhost/?part=${part}`), { params })) as Response
  const [, name = ''] = /filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  const bytes = Buffer.from(await answer.arrayBuffer())
  const [, title = ''] = /<dc:title>.*?<rdf:li[^>]*>([^<]*)</s.exec(bytes.toString('utf8')) ?? []
  return { name: decodeURIComponent(name), title }
}

test('each paper is kept under its own name, and bears its own title', async () => {
  const [table, report, both] = [await named('table'), await named('report'), await named('both')]
  expect(table.name).toMatch(/^附件1 .+绩效自评表\.pdf$/)
  expect(report.name).toMatch(/^附件2 .+绩效自评报告\.pdf$/)
  expect(both.name).toMatch(/绩效自评表和自评报告\.pdf$/)
  expect(table.title).toMatch(/自评表$/)
  expect(report.title).toMatch(/自评报告$/)
})
