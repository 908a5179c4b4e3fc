import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openEmbedded } from '@/scripts/embedded.mjs'
import { home } from '@/scripts/setup/folders.mjs'
import { freePort } from '@/scripts/setup/port.mjs'
import { sentenceFor } from '@/scripts/setup/trouble.mjs'
import { childrenOf, ended, killOutright, type Program, startProgram, untilReady } from '@/tests/support/running-program'

/** Where the program and its data lie, and whose they are, as operators may have it. Only root can make such places. */
const isRoot = process.platform === 'linux' && process.getuid?.() === 0
const succeeds = (command: string, ...args: string[]) => isRoot && spawnSync(command, args).status === 0
const hasMounts = succeeds('unshare', '--mount', 'mount', '-t', 'tmpfs', 'hengji', '/mnt')
/** An account that nobody has given a name. */
const NAMELESS = 54321
const asNameless = ['setpriv', `--reuid=${NAMELESS}`, `--regid=${NAMELESS}`, '--clear-groups']
const hasAccounts = succeeds(asNameless[0] ?? '', ...asNameless.slice(1), process.execPath, '--check', path.join(home, 'scripts/start.mjs'))

const programs: Program[] = []
const folders: string[] = []

/** A folder for data that everybody may walk through. */
function aFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-places-'))
  fs.chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

async function start(folder: string, through: readonly string[]): Promise<Program> {
  const program = startProgram(folder, await freePort(), { through })
  programs.push(program)
  return program
}

async function stop(program: Program): Promise<void> {
  process.kill(-program.pid, 'SIGTERM')
  await ended(program)
}

afterEach(() => {
  for (const { pid } of programs.splice(0)) killOutright(...(fs.existsSync(`/proc/${pid}`) ? childrenOf(pid) : []), pid)
  for (const folder of folders.splice(0)) {
    spawnSync('umount', ['-l', folder])
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

describe.skipIf(!hasMounts)('disks', () => {
  test('a program folder that may only be read is enough where all is built', async () => {
    const readOnly = `mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && ! touch "$0/probe" 2>/dev/null && cd "$0" && exec "$@"`
    const program = await start(path.join(aFolder(), 'data'), ['unshare', '--mount', 'sh', '-c', readOnly, home])
    await untilReady(program, 120)
    await stop(program)
    expect(program.output()).not.toMatch(/✗|\n\s+at /)
  }, 180_000)

  test('a first start on a disk that fills up says so wherever it breaks off, and goes through once there is room', async () => {
    for (const size of ['100k', '2m', '12m', '30m', '38m']) {
      const folder = aFolder()
      spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'hengji', folder])
      const opened = openEmbedded(path.join(folder, 'postgres'))
      const sentence = await opened.then(
        () => 'opened',
        (error) => sentenceFor(error),
      )
      expect([size, sentence]).toEqual([size, expect.stringContaining('磁盘空间不足')])
      spawnSync('mount', ['-o', 'remount,size=300m', folder])
      const database = await openEmbedded(path.join(folder, 'postgres'))
      await database.release()
    }
  }, 120_000)
})

describe.skipIf(!hasAccounts)('accounts', () => {
  test('one without a name, to which nothing of the program belongs, starts it on data of its own', async () => {
    const folder = aFolder()
    fs.chownSync(folder, NAMELESS, NAMELESS)
    const program = await start(folder, asNameless)
    // Where the system gives no account a namespace it cannot be begun, and that is said
    const ready = await untilReady(program, 120).catch(() => null)
    if (ready === null) {
      await ended(program)
      expect(program.output()).toContain('没有用户名')
    } else await stop(program)
    expect(program.output()).not.toMatch(/\n\s+at /)
  }, 180_000)

  test.each([
    ['all of it', (data: string) => fs.mkdirSync(data), /文件夹不可写.*HENGJI_DATA_DIR/],
    ['the database in it', (data: string) => fs.mkdirSync(path.join(data, 'postgres'), { recursive: true }), /没有权限读写|属于其他账号/],
    ['its files', (data: string) => fs.mkdirSync(path.join(data, 'files'), { recursive: true }), /文件夹不可写.*HENGJI_FILES_DIR/],
  ])(
    'data that root left behind (%s) is refused at once, in a sentence',
    async (what, leave, says) => {
      const data = path.join(aFolder(), 'data')
      leave(data)
      if (what !== 'all of it') fs.chownSync(data, NAMELESS, NAMELESS)
      const program = await start(data, asNameless)
      expect(await program.end).toBe(1)
      expect(program.output()).toMatch(says)
      expect(program.output()).not.toMatch(/没有完成|\n\s+at /)
    },
    60_000,
  )
})
