// Completes package-lock.json; run after every change of dependencies: node scripts/complete-lock.mjs
//
// npm leaves out of the lock what the machine at hand does not need: `npm ci` then fails elsewhere, and people on other
// platforms get no native program. Away from the installed packages npm writes the lock whole. Each package must have a
// checksum, or what a registry hands out could be anything; and no registry's address, for each machine uses its own.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Packages whose content nothing proves. What lies inside another package is proved by that one's checksum. */
export const withoutChecksum = ({ packages }) =>
  Object.entries(packages)
    .filter(([place, { integrity, link, inBundle }]) => place !== '' && !link && !inBundle && !integrity)
    .map(([place]) => place)

/** Optional packages, such as those of other platforms, that somebody names and the lock does not have. */
export const leftOut = ({ packages }) =>
  Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`]),
  )

/** Places whose entry names a registry's address. */
export const withAddress = ({ packages }) =>
  Object.entries(packages)
    .filter(([, { resolved }]) => /^https?:/.test(resolved ?? ''))
    .map(([place]) => place)

/** npm takes an entry that is there as it is: those without a checksum or with an address go, and come back whole. */
function begun(lock) {
  const unfit = new Set(withoutChecksum(lock))
  const withoutAddress = ({ resolved, ...entry }) => (/^https?:/.test(resolved ?? '') ? entry : { resolved, ...entry })
  const kept = Object.entries(lock.packages).filter(([place]) => !unfit.has(place))
  return { ...lock, packages: Object.fromEntries(kept.map(([place, entry]) => [place, withoutAddress(entry)])) }
}

function complete() {
  const home = fileURLToPath(new URL('..', import.meta.url))
  const file = path.join(home, 'package-lock.json')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-lock-'))
  try {
    for (const name of ['package.json', '.npmrc']) fs.copyFileSync(path.join(home, name), path.join(folder, name))
    const beside = path.join(folder, 'package-lock.json')
    fs.writeFileSync(beside, JSON.stringify(begun(JSON.parse(fs.readFileSync(file, 'utf8')))))
    const options = ['install', '--package-lock-only', '--ignore-scripts', '--loglevel=error']
    const { status } = spawnSync('npm', options, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
    const lock = JSON.parse(fs.readFileSync(beside, 'utf8'))
    const faults = [...withoutChecksum(lock), ...leftOut(lock), ...withAddress(lock)]
    if (status !== 0 || faults.length > 0) throw new Error(`the registry at hand does not have: ${faults.join(', ')}`)
    fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) complete()
