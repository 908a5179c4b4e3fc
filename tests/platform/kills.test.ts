import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { freePort } from '@/scripts/setup/port.mjs'
import { acknowledgedWriter } from '@/tests/support/acknowledged-writer'
import {
  childrenOf,
  ended,
  killOutright,
  type Program,
  serverOf,
  startProgram,
  untilContained,
  untilReady,
  within,
} from '@/tests/support/running-program'

/** `npm run test:kills` plays the long form. A seed that failed is played again by HENGJI_SEED. */
const rounds = Number(process.env.HENGJI_KILLS ?? 20)
const seed = Number(process.env.HENGJI_SEED ?? Date.now() % 1_000_000)

/** How soon the program must be ready again, in seconds. */
const LIMIT = process.env.HENGJI_KILLS ? 30 : 120

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function randomFrom(start: number) {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = randomFrom(seed)
const between = (low: number, high: number) => low + random() * (high - low)

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-kills-'))
fs.chmodSync(folder, 0o755)
/** A disk small enough to be filled, where the machine lets us have one. */
const hasSmallDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300m,mode=755', 'hengji', folder]).status === 0
const hasNamespaces = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0
const data = path.join(folder, 'data')
const filler = path.join(folder, 'filler')

const programs: Program[] = []

afterAll(() => {
  for (const { pid } of programs) killOutright(...(fs.existsSync(`/proc/${pid}`) ? childrenOf(pid) : []), pid)
  killOutright(serverOf(data))
  if (hasSmallDisk) spawnSync('umount', ['-l', folder])
  fs.rmSync(folder, { recursive: true, force: true })
})

let port = 0
const begin = (options?: { namespace: boolean }) => {
  const program = startProgram(data, port, options)
  programs.push(program)
  return program
}

const nodeOf = ({ pid, namespace }: Program) => (namespace ? (childrenOf(pid)[0] ?? 0) : pid)

/** Kills the starter, and with it the program; the database stays or goes as `also` says. */
async function killStarter(program: Program, also: (number | null)[] = []) {
  killOutright(program.pid, ...also)
  await ended(program)
}

function fillDisk() {
  const handle = fs.openSync(filler, 'w')
  try {
    for (const size of [1 << 20, 1 << 12]) {
      const block = Buffer.alloc(size)
      try {
        for (;;) fs.writeSync(handle, block)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  } finally {
    fs.closeSync(handle)
  }
}

/** Each does its harm and gives the program that must be ready again: the same, kept up by itself, or one started anew. */
const harms: Record<string, (program: Program) => Promise<Program>> = {
  'the starter is killed': async (program) => {
    await killStarter(program)
    return begin()
  },
  'the program is killed': async (program) => {
    killOutright(...childrenOf(nodeOf(program)))
    return program
  },
  'the database is killed': async (program) => {
    killOutright(serverOf(data))
    return program
  },
  // It lets nobody in any more, and waits for those who are connected
  'the database is told to end': async (program) => {
    const server = serverOf(data)
    if (server !== null) process.kill(server, 'SIGTERM')
    await expect.poll(() => serverOf(data), { timeout: LIMIT * 1000 }).not.toBe(server)
    return program
  },
  'one of the database’s processes is killed': async (program) => {
    const workers = childrenOf(serverOf(data) ?? 0)
    killOutright(workers[Math.floor(random() * workers.length)] ?? null)
    return program
  },
  'everything is killed': async (program) => {
    await killStarter(program, [...childrenOf(nodeOf(program)), serverOf(data)])
    return begin()
  },
  'a start is interrupted': async (program) => {
    await killStarter(program, random() < 0.5 ? [serverOf(data)] : [])
    const interrupted = begin()
    await wait(between(0, 2500))
    process.kill(interrupted.pid, random() < 0.5 ? 'SIGKILL' : 'SIGINT')
    await ended(interrupted)
    expect(interrupted.output()).not.toMatch(/✗|\n\s+at /)
    return begin()
  },
  'a first start is interrupted': async (program) => {
    const fresh = path.join(folder, `first-${between(0, 1)}`)
    const firstPort = await freePort()
    const interrupted = startProgram(fresh, firstPort)
    programs.push(interrupted)
    await wait(between(0, 4000))
    process.kill(interrupted.pid, random() < 0.5 ? 'SIGKILL' : 'SIGINT')
    await ended(interrupted)
    expect(interrupted.output()).not.toMatch(/✗|\n\s+at /)
    const again = startProgram(fresh, firstPort)
    programs.push(again)
    await untilReady(again, LIMIT)
    process.kill(again.pid, 'SIGTERM')
    await ended(again)
    expect(serverOf(fresh)).toBeNull()
    fs.rmSync(fresh, { recursive: true })
    return program
  },
  'two start at once': async (program) => {
    await killStarter(program)
    const both = [begin(), begin()]
    const first = Promise.race(both.map((one) => one.end.then(() => one)))
    const loser = await within(LIMIT, 'the end of one of two that start at once', first)
    expect(loser.output()).toContain('已被其他程序占用')
    return both.find((one) => one !== loser) ?? loser
  },
  'the database hangs': async (program) => {
    const server = serverOf(data) ?? 0
    const all = [server, ...childrenOf(server)]
    for (const pid of all) process.kill(pid, 'SIGSTOP')
    await wait(between(500, 4000))
    for (const pid of all) process.kill(pid, 'SIGCONT')
    return program
  },
  ...(hasNamespaces && {
    'a container is killed': async (program) => {
      await killStarter(program, [serverOf(data)])
      const contained = begin({ namespace: true })
      await untilContained(contained)
      await wait(between(0, 4000))
      await killStarter(contained)
      return begin({ namespace: true })
    },
  }),
  ...(hasSmallDisk && {
    'the disk is full': async (program) => {
      fillDisk()
      if (random() < 0.5) killOutright(serverOf(data))
      // Whoever watches over the program hears of it, also where the database still answers
      const health = () => fetch(`http://127.0.0.1:${port}/health`).then(({ status }) => status)
      await expect.poll(health, { timeout: LIMIT * 1000 }).toBe(503)
      await wait(between(0, 3000))
      fs.rmSync(filler)
      return program
    },
  }),
}

test(`${rounds} rounds of harm from seed ${seed}: ready again within ${LIMIT} s, and nothing acknowledged is lost`, {
  skip: process.platform !== 'linux',
  timeout: rounds * 60_000,
}, async () => {
  port = await freePort()
  let program = begin()
  await untilReady(program, 60)
  const writer = await acknowledgedWriter(data)
  const names = Object.keys(harms)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    // Every kind comes in turn, at moments of its own.
    const name = names[round % names.length] ?? ''
    const when = `round ${round}, ${name}`
    const writing = writer.write()
    try {
      await wait(between(50, 600))
      program = (await harms[name]?.(program)) ?? program
      const begun = performance.now()
      await untilReady(program, LIMIT)
      await writer.untilSaved(LIMIT)
      times.push((performance.now() - begun) / 1000)
      await within(LIMIT, 'the answer to the last save', writing.stop())
      await within(LIMIT, 'the comparison', writer.compare(when))
    } catch (error) {
      throw new Error(`${when}: ${(error as Error).message}\n${program.output()}`)
    }
    const seconds = times.at(-1) ?? 0
    expect(seconds, when).toBeLessThan(LIMIT)
    fs.writeSync(2, `${String(round + 1).padStart(3)} ${name}: ${seconds.toFixed(1)} s, ${writer.acknowledged()} acknowledged\n`)
  }
  fs.writeSync(2, `ready again after at most ${Math.max(...times).toFixed(1)} s; ${writer.acknowledged()} acknowledged, 0 lost\n`)
  process.kill(nodeOf(program), 'SIGTERM')
  await ended(program)
  expect(serverOf(data)).toBeNull()
})
