// Completes package-lock.json; run after every change of dependencies: node scripts/complete-lock.mjs
//
// A registry mirror may lack the packages that serve other platforms; npm then leaves them out of the lock, `npm ci` fails, and
// people on those platforms get no native program. And no address of a registry belongs in the lock: each machine uses its own.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const systems = {
  android: 'android',
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  freebsd: 'freebsd',
  sunos: 'sunos',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  aix: 'aix',
}

const processors = new Set(['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'arm64e', 'riscv64', 's390x', 'loong64', 'mips64el'])

/** The platform that a package's name speaks of, as its entry in the lock says it; `null` when it names none. */
export function platformOf(name) {
  const words = name.replace(/^@[^/]+\//, '').split('-')
  const system = words.map((word) => systems[word]).find(Boolean)
  const processor = words.find((word) => processors.has(word))
  if (!system && !words.includes('wasm32')) return null
  return { cpu: [processor ?? 'wasm32'], ...(system ? { os: [system] } : {}) }
}

/** The lock with an entry for every optional package of another platform, without addresses, in npm's order. */
export function completed(lock) {
  const packages = { ...lock.packages }
  for (const [place, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const isPresent = packages[`node_modules/${name}`] || packages[`${place}/node_modules/${name}`]
      const platform = platformOf(name)
      if (isPresent || !platform) continue
      packages[`node_modules/${name}`] = { version: range.replace(/^[\^~]/, ''), ...(dev ? { dev } : {}), ...platform, optional: true }
    }
  }
  const withoutAddress = ({ resolved, ...entry }) => (resolved && !/^https?:/.test(resolved) ? { ...entry, resolved } : entry)
  return {
    ...lock,
    packages: Object.fromEntries(
      Object.entries(packages)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([place, entry]) => [place, withoutAddress(entry)]),
    ),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '../package-lock.json')
  const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
  const complete = completed(lock)
  fs.writeFileSync(file, `${JSON.stringify(complete, null, 2)}\n`)
  process.stdout.write(`${Object.keys(complete.packages).length - Object.keys(lock.packages).length} packages added\n`)
}
