import { addEvidence, evaluationOf } from '@/tests/support/browser-database'
import { addDepartment, joinedBy, signInAsDemo } from '@/tests/support/browser-people'
import { mark, open, openRound, ready } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

const MANY = 500
const ON_A_PAGE = 100
/** Far above what it takes on a quiet machine. */
const PATIENCE = 10_000

test('five hundred files at one evaluation are listed a hundred at a time, and the page stays usable', async ({ newBrowser }) => {
  const run = mark()
  const department = `示例档案局${run}`
  const atAdministrator = await signInAsDemo(await newBrowser(), 'demo-administrator')
  await addDepartment(atAdministrator, { name: department, code: `98${run}`, parent: '示例区' })
  await openRound(atAdministrator, { year: '2023', name: `档案任务${run}`, scheme: /10\/50\/30\/10.*第 \d+ 版/, departments: [department] })
  const page = await joinedBy(await newBrowser(), { loginName: `many-${run}`, name: `示例填报员${run}` }, 'editor', department)
  const id = await evaluationOf(department, '2023')
  await addEvidence(id, MANY)

  for (const path of ['evidence', 'indicators', 'check']) {
    const begun = performance.now()
    await open(page, `/evaluations/${id}/${path}`)
    await ready(page)
    const took = performance.now() - begun
    console.info(`${path} with ${MANY} files of evidence: ${took.toFixed(0)} ms`)
    expect(took).toBeLessThan(PATIENCE)
  }
  await open(page, `/evaluations/${id}/evidence`)
  await expect(page.getByText(`${MANY} 个文件`)).toBeVisible()
  // Each by its name and to be downloaded
  await expect(page.getByRole('link', { name: /示例材料\d+\.pdf/ })).toHaveCount(2 * ON_A_PAGE)
})
