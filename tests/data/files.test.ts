import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { database, inTransaction } from '@/lib/data/database/database'
import { checkFrozenPdf, openFrozenPdf } from '@/lib/data/evaluation/frozen-report'
import { discardFile, pathOf, receiveFile } from '@/lib/data/files/file-folder'
import { moveFilesOut } from '@/lib/data/files/moved-files'
import { keepFile, openFile } from '@/lib/data/files/stored-files'
import { sweepFiles } from '@/lib/data/files/swept-files'
import { approve, forward, submit } from '@/lib/data/review/review'
import { run as verify } from '@/scripts/commands/verify-files'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, fillIn, revisionOf } from '@/tests/support/evaluations'
import { contentOf } from '@/tests/support/files'
import { refusal, value } from '@/tests/support/people'

testDatabase()
afterEach(() => vi.restoreAllMocks())

const DAY_MS = 86_400_000
const PDF = Buffer.from('%PDF-1.7 示例定稿')
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const folder = () => process.env.HENGJI_FILES_DIR ?? ''
const incoming = () => fs.readdirSync(path.join(folder(), 'incoming'))
const refer = (hash: string) => database().$executeRaw`INSERT INTO evidence VALUES (${hash})`

/** Keeps bytes, referred to in the same transaction or by nobody. */
async function keep(bytes: Uint8Array, referred: boolean): Promise<string> {
  const file = value(await receiveFile([bytes]))
  await inTransaction(async (tx) => {
    value(await keepFile(tx, file, 'text/plain'))
    if (referred) await tx.$executeRaw`INSERT INTO evidence VALUES (${file.hash})`
  })
  return file.hash
}

let district: District
beforeAll(async () => {
  district = await aDistrict()
  const { editor, approver, reviewer, street } = district
  // Somebody else who refers to files: the store learns of it by the key alone
  await database().$executeRaw`CREATE TABLE evidence (hash text COLLATE "C" REFERENCES stored_files)`
  await fillIn(editor, street)
  value(await submit(editor, street, await revisionOf(street)))
  value(await forward(approver, street, await revisionOf(street)))
  value(await approve(reviewer, street, { revision: await revisionOf(street), document: {}, pdf: PDF }))
})

describe('keeping', () => {
  test('a frozen paper stands in the folder under its hash, and is given out with the same bytes', async () => {
    const { reviewer, street } = district
    expect(fs.readFileSync(path.join(folder(), hashOf(PDF).slice(0, 2), hashOf(PDF)))).toEqual(PDF)
    expect(await contentOf(await openFrozenPdf(reviewer, street))).toEqual(PDF)
    expect(await checkFrozenPdf(reviewer, street)).toMatchObject({ ok: true })
    expect(incoming()).toEqual([])
  })

  test('the same bytes are kept once; a stream comes through whole', async () => {
    const chunks = Array.from({ length: 300 }, (_, index) => Buffer.alloc(10_000, index))
    async function* stream() {
      yield* chunks
    }
    const [first, second] = [value(await receiveFile(stream())), value(await receiveFile(chunks))]
    expect([first.hash, first.size]).toEqual([hashOf(Buffer.concat(chunks)), 3_000_000])
    for (const file of [first, second]) await inTransaction((tx) => keepFile(tx, file, 'text/plain'))
    expect(await database().storedFile.count({ where: { hash: first.hash } })).toBe(1)
    expect(await contentOf(await openFile(first.hash))).toEqual(Buffer.concat(chunks))
  })

  test('what breaks off, is refused or taken back leaves nothing', async () => {
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('connection lost')
    }
    await expect(receiveFile(broken())).rejects.toThrow('connection lost')
    await discardFile(value(await receiveFile([Buffer.from('x')])))
    const { reviewer, street } = district
    expect(refusal(await approve(reviewer, street, { revision: 0, document: {}, pdf: PDF }))).toBe('locked')
    expect(incoming()).toEqual([])
  })

  test('a disk that does not take it is said, and nothing is approved', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    vi.stubEnv('HENGJI_FILES_DIR', path.join(pathOf(hashOf(PDF)), 'below-a-file'))
    expect(refusal(await receiveFile([PDF]))).toBe('file-not-kept')
    vi.unstubAllEnvs()
  })

  test('only a hash becomes a path', () => {
    for (const name of ['../../etc/passwd', 'AB'.repeat(32), 'a'.repeat(63), `${'a'.repeat(64)}/x`]) expect(() => pathOf(name)).toThrow()
  })
})

describe('a file that is gone or was changed is said as such, and logged', () => {
  test.each([
    ['missing', 'file-missing', () => fs.rmSync(pathOf(hashOf(PDF)))],
    ['shortened', 'file-altered', () => fs.writeFileSync(pathOf(hashOf(PDF)), PDF.subarray(1))],
    ['of the same length', 'file-altered', () => fs.writeFileSync(pathOf(hashOf(PDF)), Buffer.from(PDF).fill(0))],
  ])('%s', async (_how, code, damage) => {
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { reviewer, street } = district
    damage()
    expect(refusal((await openFrozenPdf(reviewer, street)) ?? expect.fail())).toBe(code)
    expect(refusal((await checkFrozenPdf(reviewer, street)) ?? expect.fail())).toBe(code)
    expect(String(logged.mock.calls[0])).toContain(hashOf(PDF))
    expect(await verify([])).toBe(1)
    const said = code === 'file-missing' ? '缺失' : '内容被改动'
    expect(out.mock.calls.map(([line]) => String(line))).toContain(`${said}\t${hashOf(PDF)}\t2023年度示例街道办事处定稿报告\n`)
    // The same bytes, kept again, heal it.
    await keep(PDF, false)
    expect(await checkFrozenPdf(reviewer, street)).toMatchObject({ ok: true })
    expect(await verify([])).toBe(0)
  })

  test('one whose place cannot be read at the moment is not said to be gone', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    const place = path.dirname(pathOf(hashOf(PDF)))
    fs.renameSync(place, `${place}.aside`)
    fs.writeFileSync(place, '')
    expect(refusal((await openFrozenPdf(district.reviewer, district.street)) ?? expect.fail())).toBe('file-unreadable')
    expect(String(logged.mock.calls[0])).toContain('unreadable')
    fs.rmSync(place)
    fs.renameSync(`${place}.aside`, place)
    expect(await checkFrozenPdf(district.reviewer, district.street)).toMatchObject({ ok: true })
  })

  test('the command takes no arguments, and names what is superfluous without complaint', async () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect(await verify(['x'])).toBe(2)
    const hash = await keep(Buffer.from('nobody needs it'), false)
    const stray = hashOf(Buffer.from('stray'))
    fs.mkdirSync(path.dirname(pathOf(stray)), { recursive: true })
    fs.writeFileSync(pathOf(stray), 'stray')
    expect(await verify([])).toBe(0)
    const lines = out.mock.calls.map(([line]) => String(line))
    expect(lines).toContain(`已无引用\t${hash}\n`)
    expect(lines).toContain(`未登记\t${stray}\n`)
  })
})

describe('bytes that an older release kept in the database', () => {
  const older = async (bytes: Buffer, hash = hashOf(bytes)) => {
    await database().storedFile.create({
      data: { hash, size: bytes.byteLength, mediaType: 'application/pdf', bytes: Uint8Array.from(bytes) },
    })
    await refer(hash)
    return hash
  }

  test('are given out where they are, moved once, and given out the same', async () => {
    const bytes = Buffer.from('older paper')
    const hash = await older(bytes)
    expect(await contentOf(await openFile(hash))).toEqual(bytes)
    vi.spyOn(console, 'error').mockReturnValue()
    vi.stubEnv('HENGJI_FILES_DIR', path.join(pathOf(hashOf(PDF)), 'below-a-file'))
    await moveFilesOut()
    expect(await contentOf(await openFile(hash))).toEqual(bytes)
    vi.unstubAllEnvs()
    await Promise.all([moveFilesOut(), moveFilesOut()])
    expect((await database().storedFile.findUnique({ where: { hash } }))?.bytes).toBeNull()
    expect(await contentOf(await openFile(hash))).toEqual(bytes)
    expect(incoming()).toEqual([])
  })

  test('stay where they do not fit their hash, and are never given out', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const hash = await older(Buffer.from('changed'), hashOf(Buffer.from('as it was')))
    await moveFilesOut()
    expect((await database().storedFile.findUnique({ where: { hash } }))?.bytes).not.toBeNull()
    expect(fs.existsSync(pathOf(hash))).toBe(false)
    expect(refusal(await openFile(hash))).toBe('file-altered')
  })
})

describe('sweeping', () => {
  const later = (days: number) => new Date(Date.now() + days * DAY_MS)

  test('what nothing refers to is removed after some days, unless somebody refers to it again', async () => {
    const [kept, gone, again] = await Promise.all([
      keep(Buffer.from('kept'), true),
      keep(Buffer.from('gone'), false),
      keep(Buffer.from('again'), false),
    ])
    await sweepFiles()
    await sweepFiles(later(6))
    for (const hash of [kept, gone, again]) expect(fs.existsSync(pathOf(hash))).toBe(true)
    await refer(again)
    await sweepFiles(later(8))
    expect([kept, gone, again].map((hash) => fs.existsSync(pathOf(hash)))).toEqual([true, false, true])
    expect(await database().storedFile.findUnique({ where: { hash: gone } })).toBeNull()
    expect((await database().storedFile.findUnique({ where: { hash: again } }))?.unreferencedSince).toBeNull()
  })

  test('what broken-off work left is removed after a day', async () => {
    const left = value(await receiveFile([Buffer.from('left')]))
    const stray = hashOf(Buffer.from('stray file'))
    fs.mkdirSync(path.dirname(pathOf(stray)), { recursive: true })
    fs.writeFileSync(pathOf(stray), 'stray file')
    await sweepFiles()
    expect([left.path, pathOf(stray)].map((at) => fs.existsSync(at))).toEqual([true, true])
    await sweepFiles(later(2))
    expect([left.path, pathOf(stray)].map((at) => fs.existsSync(at))).toEqual([false, false])
  })

  test('a file that is kept anew while it is swept is there afterwards', async () => {
    const bytes = Buffer.from('wanted again and again')
    const hash = hashOf(bytes)
    for (let race = 0; race < 30; race++) {
      await keep(bytes, false)
      await database().$executeRaw`UPDATE stored_files SET unreferenced_since = now() - interval '8 days' WHERE hash = ${hash}`
      await Promise.all([sweepFiles(), keep(bytes, true), sweepFiles()])
      expect([race, fs.existsSync(pathOf(hash)), await database().storedFile.count({ where: { hash } })]).toEqual([race, true, 1])
      await database().$executeRaw`DELETE FROM evidence WHERE hash = ${hash}`
    }
  })
})
