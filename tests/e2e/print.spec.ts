import { extractText, getDocumentProxy } from 'unpdf'
import { RECONSTRUCTED_MARK } from '@/lib/messages/labels'
import { jinhua } from '@/prisma/seed/jinhua'
import { signInAsDemo } from '@/tests/support/browser-people'
import { openEvaluation, openPart } from '@/tests/support/browser-steps'
import { expect, test } from '@/tests/support/browser-test'

test('what is printed is the PDF, which the browser shows by itself', async ({ page }) => {
  await signInAsDemo(page, 'demo-jinhua-editor')
  await openEvaluation(page, jinhua.name, '2023')
  await openPart(page, 'report')
  const print = page.getByRole('link', { name: /^打印/ })
  await expect(print).toHaveAttribute('target', '_blank')
  const [shown, kept] = await Promise.all(
    [print, page.getByRole('link', { name: '下载 PDF（合并）' })].map(async (link) =>
      page.request.get((await link.getAttribute('href')) ?? ''),
    ),
  )
  expect(shown?.headers()['content-type']).toBe('application/pdf')
  expect(shown?.headers()['content-disposition']).toMatch(/^inline; /)
  expect(kept?.headers()['content-disposition']).toMatch(/^attachment; /)
  expect(await shown?.body()).toEqual(await kept?.body())
})

test('printed from the page, both annexes come out as papers without anything around them', async ({ page }) => {
  await signInAsDemo(page, 'demo-jinhua-editor')
  await openEvaluation(page, jinhua.name, '2023')
  await openPart(page, 'report')
  const papers = [page.getByRole('article', { name: '自评表' }), page.getByRole('article', { name: '自评报告' })]
  const around = [page.getByRole('banner'), page.getByRole('navigation', { name: '自评各部分' })]
  for (const part of [...papers, ...around]) await expect(part).toBeVisible()

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const part of around) await expect(part).toBeHidden()
  await expect(page.getByRole('link', { name: /下载/ })).toHaveCount(0)
  for (const paper of papers) {
    await expect(paper).toBeVisible()
    await expect(paper).toContainText(RECONSTRUCTED_MARK)
    await expect(paper).toHaveCSS('color', 'rgb(0, 0, 0)')
  }

  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  const sizes = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => (await document.getPage(index + 1)).getViewport({ scale: 1 })),
  )
  const landscape = sizes.map(({ width, height }) => width > height)
  // Some fonts' glyphs are shared with the radicals' (⽰ for 示): NFKC reads both as one.
  const texts = (await extractText(document)).text.map((text) => text.normalize('NFKC').replace(/\s+/g, ''))
  const wide = texts.filter((_, index) => landscape[index]).join('')
  const tall = texts.filter((_, index) => !landscape[index]).join('')
  for (const figure of ['8,988.68', '9,016.65', '100.31%', '97.67', '53.4%']) expect(wide).toContain(figure)
  for (const figure of ['8,988.68', '9,016.65', '7,785.39', '97.67', '53.4%']) expect(tall).toContain(figure)
  for (const text of texts) expect(text, 'the mark stands on every page').toContain(RECONSTRUCTED_MARK)
  expect(landscape.lastIndexOf(true), 'the table comes before the report').toBeLessThan(landscape.indexOf(false))
})
