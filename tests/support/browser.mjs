// A Chromium for the tests with nothing downloaded when they run: the one named in CHROMIUM_PATH, the one that travels inside
// the npm package @sparticuz/chromium (Linux x64), or an installed one. In this order, because the package's has no windows:
// it takes a third of the processor that a whole browser takes for the same pages.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'

const require = createRequire(import.meta.url)

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/** Nothing that reaches for the network by itself: offices and test machines are on closed ones. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const unpack = (packed, target) => pipeline(fs.createReadStream(packed), zlib.createBrotliDecompress(), fs.createWriteStream(target))

/** The packages' folder `bin`, which lies one or two levels above its entry, by version. */
function packedFolder() {
  const entry = path.dirname(require.resolve('@sparticuz/chromium'))
  const folder = [path.join(entry, '../../bin'), path.join(entry, '../bin')].find((candidate) => fs.existsSync(candidate))
  if (!folder) throw new Error('@sparticuz/chromium carries no browser')
  return folder
}

async function unpackedChromium(folder) {
  const executablePath = path.join(folder, 'chromium')
  if (!fs.existsSync(executablePath)) {
    fs.mkdirSync(folder, { recursive: true })
    const packed = packedFolder()
    for (const libraries of ['al2023', 'swiftshader']) {
      const archive = path.join(folder, `${libraries}.tar`)
      await unpack(path.join(packed, `${libraries}.tar.br`), archive)
      if (spawnSync('tar', ['-xf', archive, '-C', folder]).status !== 0) throw new Error(`tar: ${archive}`)
      fs.rmSync(archive)
    }
    await unpack(path.join(packed, 'chromium.br'), `${executablePath}.part`)
    fs.chmodSync(`${executablePath}.part`, 0o755)
    fs.renameSync(`${executablePath}.part`, executablePath)
  }
  return {
    executablePath,
    args: [
      ...quiet,
      '--no-zygote',
      '--headless=shell',
      '--hide-scrollbars',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
    env: { ...process.env, LD_LIBRARY_PATH: `${path.join(folder, 'lib')}:${process.env.LD_LIBRARY_PATH ?? ''}` },
  }
}

/** Whether it starts here at all: the package's is made for another Linux, and may lack what this one does not have. */
const runs = ({ executablePath, env }) => spawnSync(executablePath, ['--version'], { env, timeout: 30_000 }).status === 0

/** Launch options for Playwright; `cache` is where a browser from the package is unpacked to. */
export async function browserLaunchOptions(cache) {
  const named = process.env.CHROMIUM_PATH
  if (named && fs.existsSync(named)) return { executablePath: named, args: quiet }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const packed = await unpackedChromium(path.join(cache, 'chromium'))
    if (runs(packed)) return packed
  }
  const executablePath = installed.find((candidate) => fs.existsSync(candidate))
  if (executablePath) return { executablePath, args: quiet }
  throw new Error('没有找到浏览器：请安装 Chromium、Chrome 或 Edge，或用 CHROMIUM_PATH 指定其程序文件。')
}
