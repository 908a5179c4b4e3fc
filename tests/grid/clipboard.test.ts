import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '@/lib/grid/block'
import { blockOf, tsvBlock, writeHtml, writeTsv } from '@/lib/grid/clipboard'
import { htmlTable } from '@/lib/grid/html-table'

const texts = (block: Block | null) => block?.map((row) => row.map(({ text }) => text))

describe('text of spreadsheets', () => {
  test.each<[string, string[][]]>([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\t\t\nb\n', [['a', '', ''], ['b']]],
    ['"两行\n在一格"\t1', [['两行\n在一格', '1']]],
    ['"他说""好"""\t1', [['他说"好"', '1']]],
    ['a"b\t"未闭合\t"x"y', [['a"b', '"未闭合', '"x"y']]],
    ['', [['']]],
    ['1', [['1']]],
  ])('%j', (text, block) => expect(texts(tsvBlock(text))).toEqual(block))

  test('what is written is read again', () => {
    const cell = fc.stringMatching(/^[a"\t\n 1,中]{0,8}$/)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(texts(tsvBlock(writeTsv(rows)))).toEqual(rows)
      }),
    )
  })
})

describe('tables', () => {
  // As Excel writes it: a fragment between comments, classes, numbers beside their text, source lines broken anywhere.
  const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--td {mso-number-format:General;} .x<y--></style></head><body>
<!--StartFragment--><table border=0 cellpadding=0><col width=64 span=2>
 <tr height=19><td rowspan=2 height=38 class=xl65 width=64>产出指标</td>
  <td class=xl66>参与活动
  人次</td><td align=right x:num="1234.5">1,234.50</td></tr>
 <tr height=19><td>第一行<br>
  第二行</td><td align=right>≥95&nbsp;%</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr><![endif]>
<!--EndFragment--></table></body></html>`

  test('of Excel: merged cells, broken lines, entities', () => {
    expect(htmlTable(excel)).toEqual([
      [{ text: '产出指标' }, { text: '参与活动 人次' }, { text: '1,234.50' }],
      [{ text: '产出指标', merged: 'rows' }, { text: '第一行\n第二行' }, { text: '≥95 %' }],
    ])
  })

  test('of WPS and Word: paragraphs in cells, quoted attributes, cells over columns', () => {
    const html = `<table class="MsoTable"><tbody><tr><td colspan="2"><p>合并</p></td><td><p>a &lt;b&gt; &amp;amp;</p><p>&#20108;&#x4e09;</p></td></tr></tbody></table>`
    expect(htmlTable(html)).toEqual([[{ text: '合并' }, { text: '', merged: 'columns' }, { text: 'a <b> &amp;\n二三' }]])
  })

  test('a span wider than any table, or deeper than this one, makes no more cells than there are', () => {
    const wide = htmlTable('<table><tr><td rowspan=9999 colspan=9999>x</td></tr></table>')
    expect(wide).toHaveLength(1)
    expect(wide?.[0]).toHaveLength(500)
  })

  test('prose has none, and an empty one is none', () => {
    expect(htmlTable('<p>一段</p>')).toBeNull()
    expect(htmlTable('<table></table>')).toBeNull()
    expect(texts(blockOf({ html: '<p>x</p>', text: 'a\tb' }))).toEqual([['a', 'b']])
    expect(texts(blockOf({ html: '<table><tr><td>1</table>', text: '2' }))).toEqual([['1']])
  })

  test('numbers go out as numbers, all else as text', () => {
    expect(writeHtml([['1,234.50', '007', '1-2', '=1+1', '<b>', '第一\n第二']])).toBe(
      `<table><tr><td>1234.50</td>${['007', '1-2', '=1+1', '&lt;b&gt;', '第一<br>第二']
        .map((text) => `<td style="mso-number-format:'\\@'">${text}</td>`)
        .join('')}</tr></table>`,
    )
  })

  test('what is written is read again', () => {
    const rows = [
      ['1234.5', '≥95%', 'a & <b>'],
      ['', '第一\n第二', '"引"'],
    ]
    expect(texts(htmlTable(writeHtml(rows)))).toEqual(rows)
  })
})
