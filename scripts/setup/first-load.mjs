// The scripts that each page loads before it can be used, read from the manifests of the build.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const require = createRequire(import.meta.url)

/** What a page shows beside itself, in its own frame: what only stands in for it when it fails is loaded then. */
const FRAME = /\/(page|layout|template|loading|error)$/

const pageFolders = (app) =>
  fs
    .readdirSync(app, { recursive: true })
    .filter((file) => path.basename(file) === 'page_client-reference-manifest.js')
    .map((file) => path.dirname(file))

/** The scripts of each part of a page, by the part's name. The manifest is a script that leaves them in a global. */
function scriptsByPart(file) {
  globalThis.__RSC_MANIFEST = {}
  require(file)
  const [manifest] = Object.values(globalThis.__RSC_MANIFEST)
  return manifest.entryJSFiles
}

/**
 * Every page of the program built into the folder `built` (`.next`), with the bytes, compressed as they are sent, of the
 * scripts that it loads first. What is loaded later, such as a chart, does not count; nor what only old browsers load.
 */
export function firstLoads(built) {
  const app = path.join(built, 'server/app')
  const sizes = new Map()
  const sizeOf = (script) => {
    if (!sizes.has(script)) sizes.set(script, gzipSync(fs.readFileSync(path.join(built, script))).length)
    return sizes.get(script)
  }
  return pageFolders(app)
    .map((folder) => {
      const { rootMainFiles } = JSON.parse(fs.readFileSync(path.join(app, folder, 'page/build-manifest.json'), 'utf8'))
      const parts = Object.entries(scriptsByPart(path.join(app, folder, 'page_client-reference-manifest.js')))
      const scripts = new Set([...rootMainFiles, ...parts.filter(([part]) => FRAME.test(part)).flatMap(([, files]) => files)])
      return { route: `/${folder === '.' ? '' : folder}`, bytes: [...scripts].reduce((sum, script) => sum + sizeOf(script), 0) }
    })
    .sort((one, other) => (one.route < other.route ? -1 : 1))
}

/** Pages that draw charts, and grids that compute while one types. */
const WORKSHOPS = /^\/dashboard\/|\/(funds|indicators|tasks)$/

/** Pages in which something is filled in, or files are brought. */
const FORMS = /^\/(?:users|departments|rounds)\/|^\/schemes\/\[id\]\/|^\/evaluations\/\[id\]\/(?!(?:history|years|report|figures)$)/

/** The most bytes that a page may load first. */
export const mostBytes = (route) => (WORKSHOPS.test(route) ? 280_000 : FORMS.test(route) ? 180_000 : 160_000)
