import { expect, test } from 'vitest'
import { assess } from '@/lib/domain/checks/assessment'
import { unprintable, unprintableCells } from '@/lib/report/glyphs'
import { closePress, reportPdf } from '@/lib/report/pdf'
import { reportDocument } from '@/lib/report/report-document'
import { foundingReport } from './sample'

test('the characters that no font of the papers has are known before the papers are set', async () => {
  const plain = '示例局 ①②③ ㎡ ≥80% “引号” 龘 々 〇 Ω é'
  const strange = '张𪜎✅\ue000'
  expect(unprintable(plain)).toEqual([])
  for (const character of unprintable(strange)) expect([...strange]).toContain(character)

  // The typesetter is the judge: what it complains of is what was found, cell by cell
  const asked = async (text: string) => {
    const founding = foundingReport()
    const evaluation = { ...founding, cover: { ...founding.cover, preparer: text } }
    return { cells: unprintableCells(evaluation), pdf: await reportPdf(reportDocument(evaluation, assess(evaluation)), 'both') }
  }
  for (const character of ['𪜎', '✅', '\ue000', '①', '㎡', '龘']) {
    const { cells, pdf } = await asked(`张${character}`)
    expect([character, cells.map(({ at }) => at)]).toEqual([character, pdf.ok ? [] : ['cover/preparer']])
  }
  await closePress()
})
