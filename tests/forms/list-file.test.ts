import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { textOfFile } from '@/components/administration/list-file'

const ROWS = [
  ['单位代码', '姓名'],
  ['007', '示例李'],
  ['101', '=1+1'],
]
const TSV = '单位代码\t姓名\r\n007\t示例李\r\n101\t=1+1'
const file = (bytes: BlobPart, name: string) => new File([bytes], name)

describe('a table in a file is the text that a spreadsheet would copy', () => {
  test('a workbook: its first sheet that is in sight and holds something, texts and numbers as they are', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '空', rows: [] },
        { name: '藏', rows: [['x']], hidden: true },
        { name: '名册', rows: [ROWS[0] ?? [], ['007', '示例李'], [101, '=1+1']] },
      ],
    })
    expect(await textOfFile(file(Uint8Array.from(bytes), '名册.xlsx'))).toBe(TSV)
  })

  test.each([
    ['UTF-8 with commas', new TextEncoder().encode('\ufeff单位代码,姓名\n007,示例李\n101,"=1+1"\n')],
    ['UTF-8 with tabs', new TextEncoder().encode('单位代码\t姓名\n007\t示例李\n101\t=1+1')],
    // 单位代码,姓名 / 007,示例李 / 101,=1+1 as a Chinese Windows writes it
    ['GB 18030', Uint8Array.from(Buffer.from('b5a5cebbb4fac2eb2cd0d5c3fb0a3030372ccabec0fdc0ee0a3130312c3d312b310a', 'hex'))],
  ])('%s', async (_what, bytes) => expect((await textOfFile(file(bytes, '名册.csv'))).replace(/^\ufeff/, '').trimEnd()).toBe(TSV))

  test.each([
    ['what only says that it is a workbook', 'PK\u0003\u0004 nothing'],
    ['what is no text', Uint8Array.of(0xff, 0xfe, 0x00, 0xff)],
    ['what is too large', 'x'.repeat(5 * 1024 * 1024 + 1)],
  ])('%s is refused', async (_what, bytes) => {
    await expect(textOfFile(file(bytes, 'x.xlsx'))).rejects.toThrow()
  })
})
