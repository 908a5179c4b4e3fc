// A worker thread: Typst sets one document after another. Its two calls block, so it has a thread of its own.
// Plain JavaScript, started from its own file: it is no part of the bundle that the server runs from.
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const { sources, fontFolders, specimen } = workerData

const compiler = NodeCompiler.create({ workspace: sources, fontArgs: [{ fontPaths: fontFolders }] })

/** Without fallback a family that is not there makes its text vanish with nothing but this warning. */
const isMissingFont = ({ message }) => /unknown font family/.test(message)
const warningsOf = (result) => result.takeWarnings()?.shortDiagnostics ?? []

/** Whether a font of this name is there: asked of the typesetter itself, whose names are not always the files'. */
function exists(family) {
  const result = compiler.compile({ mainFileContent: `#set text(fallback: false)\n#text(font: ${JSON.stringify(family)})[a]` })
  return result.result !== null && !warningsOf(result).some(isMissingFont)
}

const OWN = { sans: 'Noto Sans SC', serif: 'Noto Serif SC', kai: 'LXGW WenKai' }

/** Fonts that an office may have put into FONT_DIR, under the names they go by; they go first. */
const LICENSED = {
  fang: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong'],
  kai: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi'],
  title: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
}

function fontLists() {
  const missing = Object.values(OWN).filter((family) => !exists(family))
  if (missing.length > 0) throw new Error(`fonts are missing: ${missing.join(', ')}`)
  const licensed = (kind) => LICENSED[kind].filter(exists).slice(0, 1)
  const { sans, serif, kai } = OWN
  // In 楷体 as the package has it, figures look handwritten and quotation marks are narrow: those come from 宋体.
  const figures = { name: serif, covers: '[!-~“”‘’]' }
  const withFigures = (first) => [...(first.length > 0 ? first : [figures]), kai, serif, sans]
  return {
    fang: withFigures(licensed('fang')),
    kai: withFigures(licensed('kai')),
    title: [...licensed('title'), serif, sans, kai],
    hei: [sans, serif, kai],
    song: [serif, sans, kai],
  }
}

const fonts = fontLists()

function typeset({ document, part }) {
  compiler.mapShadow(`${sources}/data.json`, Buffer.from(JSON.stringify({ document, part, fonts })))
  try {
    const compiled = compiler.compile({ mainFilePath: `${sources}/report.typ`, resetRead: true })
    const warnings = warningsOf(compiled)
    if (compiled.hasError() || compiled.result === null) return { error: messagesOf(compiled.takeError()) }
    if (warnings.some(isMissingFont)) return { error: warnings.map(({ message }) => message) }
    return { pdf: compiler.pdf(compiled.result, { pdfStandard: 'a-2a' }), warnings: warnings.map(({ message }) => message) }
  } catch (error) {
    return { error: messagesOf(error) }
  } finally {
    compiler.evictCache(10)
  }
}

/** A failed export throws what a failed compilation returns. */
const messagesOf = (error) =>
  error?.shortDiagnostics?.map(({ message, hints }) => [message, ...(hints ?? [])].join(' ')) ?? [String(error?.message ?? error)]

// Whatever would be wrong with it is wrong with the first paper as well, and said there
if (specimen !== null) typeset({ document: specimen, part: 'both' })

parentPort.on('message', (job) => {
  parentPort.postMessage(typeset(job))
})
