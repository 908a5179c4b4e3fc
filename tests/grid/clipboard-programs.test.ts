import { expect, test } from 'vitest'
import { blockOf } from '@/lib/grid/clipboard'
import type { PasteColumn } from '@/lib/grid/paste'
import { layOut } from '@/lib/grid/paste'

// What office programs put on the clipboard, written by hand from what is published of the formats:
// - the description before the document and the marks of the fragment: “HTML Clipboard Format”, learn.microsoft.com,
//   windows/win32/dataxchg/html-clipboard-format;
// - `x:num`, `x:str`, `x:fmla`, `mso-number-format`, `mso-ignore:colspan`, `mso-spacerun`, `mso-data-placement`, `supportMisalignedColumns`:
//   Microsoft Office HTML and XML Reference (Office 2000), chapters Excel and CSS extensions;
// - spans and columns: HTML 4.01, chapter 11.
// WPS publishes none of its own: it writes Office HTML, with quoted attributes, tags that are closed, and classes `et…`.

const texts = (html: string) =>
  blockOf({ html, text: '' }).map((row) => row.map(({ text, merged }) => (merged === undefined ? text : [text, merged])))

const document = (head: string, body: string) =>
  `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head>${head}</head>
<body link="#0563C1" vlink="#954F72">${body}</body></html>`

/** With the description that Windows keeps before it; offsets are bytes, of which a browser takes none. */
const onWindows = (html: string) =>
  `Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000002301\r\nStartFragment:0000000141\r\nEndFragment:0000002265\r\n${html}`

const EXCEL_HEAD = `<meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\.";mso-displayed-thousand-separator:"\\,";}
.xl65 {mso-number-format:"\\#\\,\\#\\#0\\.00";text-align:right;} .xl66 {mso-number-format:"\\@";} td>table {}
--></style>`

test('Excel: a form with merged headings and groups, numbers as they are shown, texts over empty neighbours', () => {
  const html = document(
    EXCEL_HEAD,
    `<table border=0 cellpadding=0 cellspacing=0 width=576 style='border-collapse:collapse;width:432pt'>
<!--StartFragment-->
 <col width=72 style='mso-width-source:userset;mso-width-alt:2304;width:54pt'>
 <col width=72 span=3 style='width:54pt'>
 <tr height=19 style='height:14.25pt'>
  <td colspan=4 height=19 class=xl67 width=288 style='height:14.25pt;width:216pt'>部门整体支出绩效目标表</td>
 </tr>
 <tr height=19 style='height:14.25pt'>
  <td rowspan=2 height=38 class=xl66 style='border-bottom:.5pt solid black'>产出指标</td>
  <td class=xl66>参与活动<br style='mso-data-placement:same-cell'>
    人次</td>
  <td class=xl65 align=right x:num="1234.5">1,234.50</td>
  <td class=xl65 align=right x:num="0.85" x:fmla="=A1>B1">85%</td>
 </tr>
 <tr height=19 style='height:14.25pt'>
  <td class=xl66 colspan=2 style='mso-ignore:colspan'>比右边空格更长的一段文字</td>
  <td class=xl65 x:num="98765432.1">#####</td>
 </tr>
<![if supportMisalignedColumns]>
 <tr height=0 style='display:none'><td width=72 style='width:54pt'></td><td width=72></td></tr>
<![endif]>
<!--EndFragment-->
</table>`,
  )
  const block = [
    ['部门整体支出绩效目标表', ['', 'columns'], ['', 'columns'], ['', 'columns']],
    ['产出指标', '参与活动\n人次', '1,234.50', '85%'],
    [['产出指标', 'rows'], '比右边空格更长的一段文字', '', '98765432.1'],
  ]
  expect(texts(html)).toEqual(block)
  expect(texts(onWindows(html))).toEqual(block)
})

test('WPS: quoted attributes, columns in a group, numbers with and without their value', () => {
  const html = document(
    `<meta name="ProgId" content="ET.Sheet"/><meta name="Generator" content="WPS Office ET"/>
<style>@page {margin:0.75in;} .et2 {mso-number-format:"General";} .et3 {mso-number-format:"0.00_ ";text-align:right;}</style>`,
    `<table width="288.00" border="0" cellpadding="0" cellspacing="0" style='width:216.00pt;border-collapse:collapse;table-layout:fixed;'>
   <!--StartFragment-->
    <colgroup><col width="72.00" style='mso-width-source:userset;'/><col width="72.00" span="2"/></colgroup>
    <tr height="18.00" class="et2">
     <td class="et2" height="36.00" rowspan="2" x:str>满意度指标<span style="display:none;"><br/></span></td>
     <td class="et2" x:str>群众满意度</td>
     <td class="et3" align="right" x:num>95</td>
    </tr>
    <tr height="18.00">
     <td class="et2" x:str><font class="font1">单位</font><font class="font0">满意度</font></td>
     <td class="et3" align="right" x:num="12.5"><span style='mso-spacerun:yes;'>&nbsp;&nbsp;</span>12.50 </td>
    </tr>
   <!--EndFragment-->
  </table>`,
  )
  expect(texts(html)).toEqual([
    ['满意度指标', '群众满意度', '95'],
    [['满意度指标', 'rows'], '单位满意度', '12.50'],
  ])
})

test('a cell merged over rows and columns at once holds its places in every row that it reaches into', () => {
  const html = `<table><tr><td>甲</td><td rowspan=2 colspan=2>合</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>`
  expect(texts(html)).toEqual([
    ['甲', '合', ['', 'columns'], '乙'],
    ['丙', ['合', 'rows'], ['', 'columns'], '丁'],
  ])
})

test('a merged form lies in its columns: a group stands for each of its rows, a merged name for the first alone', () => {
  const columns: readonly PasteColumn[] = [
    { key: 'dimension', label: '一级指标', spreads: true },
    { key: 'name', label: '三级指标' },
    { key: 'target', label: '年度指标值' },
  ]
  const html = `<table><tr><td colspan=3>绩效目标表</td></tr><tr><td>一级指标</td><td>三级指标</td><td>年度指标值</td></tr>
<tr><td rowspan=2>产出</td><td rowspan=2>次数</td><td>≥1次</td></tr><tr><td>≥2次</td></tr></table>`
  const plan = layOut(
    blockOf({ html, text: '' }),
    { row: 'a', column: 'dimension' },
    {
      shape: { rows: ['a'], columns: columns.map(({ key }) => key) },
      columns,
      read: (_row, _column, text) => ({ kind: 'fits', text }),
      addsRows: true,
      textOf: () => '',
    },
  )
  expect(plan).toMatchObject({ newRows: 1, byHeader: true, refused: [] })
  expect(plan.cells).toEqual([
    { row: 'a', column: 'dimension', text: '产出' },
    { row: 'a', column: 'name', text: '次数' },
    { row: 'a', column: 'target', text: '≥1次' },
    { row: 0, column: 'dimension', text: '产出' },
    { row: 0, column: 'target', text: '≥2次' },
  ])
})

test('a form whose rows are given takes its row of 合计; a list leaves it out', () => {
  const columns: readonly PasteColumn[] = [{ key: 'amount', label: '金额' }]
  const lay = (addsRows: boolean) =>
    layOut(
      blockOf({ html: '', text: '合计\n' }),
      { row: 'a', column: 'amount' },
      {
        shape: { rows: ['a'], columns: ['amount'] },
        columns,
        read: (_row, _column, text) => ({ kind: 'fits', text }),
        addsRows,
        textOf: () => '',
      },
    ).cells.length
  expect([lay(false), lay(true)]).toEqual([1, 0])
})
