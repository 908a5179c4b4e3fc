/** What the sentence of an error needs to know, by the error's code. */
type FactsOf = {
  tooLarge: Readonly<{ size: string }>
  tooManyRows: Readonly<{ most: string }>
  unknownField: Readonly<{ field: string }>
  wrongType: Readonly<{ expected: string }>
  invalidValue: Readonly<{ values: string }>
  unknownScheme: Readonly<{ scheme: string }>
}
/** Errors whose sentence needs nothing more. */
export type PlainDocumentError =
  | 'notFound'
  | 'notReadable'
  | 'notAFile'
  | 'notUtf8'
  | 'notText'
  | 'notOffice'
  | 'encryptedFile'
  | 'encryptedPdf'
  | 'legacyFile'
  | 'ofdFile'
  | 'workbookFile'
  | 'markedUp'
  | 'suspiciousFile'
  | 'macros'
  | 'notWorkbook'
  | 'encryptedWorkbook'
  | 'legacyWorkbook'
  | 'workbookMacros'
  | 'foreignWorkbook'
  | 'largeTables'
  | 'alteredWorkbook'
  | 'scannedFile'
  | 'empty'
  | 'longText'
  | 'notJson'
  | 'tooDeep'
  | 'tooMany'
  | 'notAnObject'
  | 'missing'
  | 'invalid'
  | 'invalidScheme'
  | 'secondTotal'
  | 'failed'

/** Why an evaluation document could not be read. The place is said beside it as a JSON pointer. */
export type DocumentErrorReason =
  | { code: PlainDocumentError; facts?: never }
  | { [Code in keyof FactsOf]: { code: Code; facts: FactsOf[Code] } }[keyof FactsOf]

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（加引号；金额、比率、分数也写成文字）',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  scheme: '内置方案编号或方案对象',
}

const SENTENCES: Readonly<Record<PlainDocumentError, string>> & { readonly [Code in keyof FactsOf]: (facts: FactsOf[Code]) => string } = {
  notFound: '文件不存在。',
  notReadable: '文件无法读取，请检查权限。',
  notAFile: '不是文件。',
  tooLarge: ({ size }) => `文件过大（${size} MB），不得超过 32 MB。`,
  notUtf8: '文件不是 UTF-8 编码。',
  notText: '不是文字文件，无法读取。',
  notOffice: '不是 .docx 文件，或文件已损坏。请用 WPS 或 Word 打开，另存为 .docx 后再读。',
  encryptedFile: '文件有密码。请用 WPS 或 Word 打开，去掉密码、另存为 .docx 后再读。',
  encryptedPdf: '这份 PDF 有密码。请打开后去掉密码、另存一份再读，或复制全文粘贴。',
  legacyFile: '这是旧版 .doc 或 .wps 文件。请用 WPS 或 Word 打开，另存为 .docx 后再读，或复制全文粘贴。',
  ofdFile: '这是 OFD 版式文件。请用阅读器另存为可复制文字的 PDF 后再读，或复制全文粘贴。',
  markedUp: '这是网页或 RTF 格式的文件，后缀是 .doc 的也可能是。请用 WPS 或 Word 打开，另存为 .docx 后再读，或复制全文粘贴。',
  workbookFile: '这是 Excel 工作簿，不是报告。报告请提供 .docx、.pdf 或 .txt；工作簿请在“填报工作簿”页读入。',
  suspiciousFile: '文件内部结构异常，为安全起见不予打开。请用原来的软件打开，重新另存或导出后再试。',
  scannedFile: '文件是扫描图像，没有可读取的文字。请提供可复制文字的 PDF 或 .docx。',
  macros: '文件含有宏，不予打开。请另存为 .docx 后再读。',
  notWorkbook: '不是 .xlsx 文件，或文件已损坏。',
  encryptedWorkbook: '文件有密码。请去掉密码、另存为 .xlsx 后再读。',
  legacyWorkbook: '这是旧版 .xls 或 .et 文件。请用 WPS 或 Excel 打开，另存为 .xlsx 后再读。',
  workbookMacros: '文件含有宏，不予打开。请另存为 .xlsx 后再读。',
  foreignWorkbook: '既不是本页下载的填报工作簿，其中也没有带数字的表格。',
  largeTables:
    '工作表过大：有内容的超过 3 万格，或内容、格式超出 5,000 行、ZZ 列，或合并的单元格过多。请只保留需要的表和行，删去其余的表和空行、空列，另存后再读入。',
  alteredWorkbook: '工作簿里隐藏的识别信息被改动过，无法对应各格。请重新下载填报工作簿，把填好的内容复制过去再读入。',
  empty: '文件是空的。',
  longText: '文字过长，不像一份自评报告。请只上传自评报告本身，不要与其他材料合在一个文件里。',
  notJson: '不是有效的 JSON。',
  tooDeep: '嵌套层数过多，不得超过 64 层。',
  tooMany: '内容过多，不得超过 400 万个值。',
  tooManyRows: ({ most }) => `此列表行数过多，不得超过 ${most} 行。`,
  notAnObject: '文件内容应为一个 JSON 对象。',
  unknownField: ({ field }) => `没有名为“${field}”的字段。`,
  missing: '缺少此字段。',
  wrongType: ({ expected }) => `此处应为${TYPES[expected] ?? expected}。`,
  invalidValue: ({ values }) => `此处只能是：${values}。`,
  invalid: '此处的值不在允许范围内。',
  unknownScheme: ({ scheme }) => `没有编号为“${scheme}”的内置方案。`,
  invalidScheme: '方案内容不符合要求。',
  secondTotal: '计分的总额行只能有一行，另行计分的行请写作 scored，其他行写作 part 或 other。',
  failed: '无法处理此文件。',
}

/** An error of reading a document, in Chinese. */
export const documentErrorText = (reason: DocumentErrorReason): string =>
  reason.facts === undefined ? SENTENCES[reason.code] : said(reason)

/** An error's facts are those of its code; of any code the compiler does not see it. */
const said = <Code extends keyof FactsOf>({ code, facts }: { code: Code; facts: FactsOf[Code] }): string =>
  (SENTENCES[code] as (facts: FactsOf[Code]) => string)(facts)
