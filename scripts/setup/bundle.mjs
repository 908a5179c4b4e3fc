import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder, ensureWritable, home } from './folders.mjs'

const hashOf = (file) => crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex')

/** Whether every file that went into the bundle is as it was. */
function isUpToDate(recipe) {
  try {
    return Object.entries(JSON.parse(fs.readFileSync(recipe, 'utf8'))).every(([file, hash]) => hashOf(path.join(home, file)) === hash)
  } catch {
    // Something is missing or was not written whole
    return false
  }
}

/** Packages are left where they are, but for zod: of its many files only what is used is loaded. */
const packagesLeftOut = (manifest) =>
  Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter((name) => !['zod', 'server-only'].includes(name))

/**
 * The path of a TypeScript program turned into JavaScript, kept until one of its sources changes: starting it then costs
 * no compiling. What it imports lazily is loaded lazily. `source` is given by its path from the project's folder, and so
 * are the programs of its `threads`, which stand beside it as they do in its source.
 */
export async function bundled(source, threads = []) {
  const name = path.basename(source, '.ts')
  const folder = path.join(cacheFolder, 'programs', name)
  const recipe = path.join(folder, 'inputs.json')
  const program = path.join(folder, `${name}.mjs`)
  if (isUpToDate(recipe)) return program

  ensureWritable(cacheFolder)
  const { build } = await import('esbuild')
  const manifest = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'))
  const unfinished = `${folder}.${process.pid}`
  const { metafile } = await build({
    absWorkingDir: home,
    entryPoints: [source, ...threads],
    outdir: unfinished,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // `server-only` resolves to nothing under this condition, as it does for server components.
    conditions: ['react-server'],
    external: packagesLeftOut(manifest),
    metafile: true,
    logLevel: 'error',
  })
  const inputs = Object.keys(metafile.inputs).map((file) => [file, hashOf(path.join(home, file))])
  fs.writeFileSync(path.join(unfinished, 'inputs.json'), JSON.stringify(Object.fromEntries(inputs)))
  fs.rmSync(folder, { recursive: true, force: true })
  fs.renameSync(unfinished, folder)
  return program
}
