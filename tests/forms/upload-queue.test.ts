import { expect, test } from 'vitest'
import type { UploadAnswer } from '@/lib/forms/evidence'
import { type SendPart, type Source, uploadQueue } from '@/lib/forms/upload-queue'

const MB = 1024 * 1024

const file = (name: string, size: number, broken = false): Source => ({
  name,
  size,
  lastModified: 1,
  slice: (from, to) => ({
    arrayBuffer: async () => {
      if (broken) throw new Error('moved')
      return new ArrayBuffer(Math.min(to, size) - from)
    },
  }),
})

/** A server that keeps what it is sent, and a queue that sends to it. `answers` may hold one back, refuse it or be silent. */
function aServer(answers: (sent: { name: string; from: number }) => Promise<UploadAnswer | null> = async () => null) {
  const received = new Map<string, number>()
  const asked: string[] = []
  const send: SendPart = async ({ name, size }, from, part) => {
    asked.push(`${name} ${from}`)
    const answer = await answers({ name, from })
    if (answer !== null) return answer
    const before = received.get(name) ?? 0
    const now = from === before ? before + part.byteLength : before
    received.set(name, now)
    return { ok: true, received: now, kept: now === size ? name : null }
  }
  let kept = 0
  const queue = uploadQueue({
    send,
    rest: async () => undefined,
    kept: () => {
      kept += 1
    },
  })
  const settled = async (until: () => boolean) => {
    for (let turns = 0; !until(); turns++) {
      if (turns > 1000) throw new Error(JSON.stringify(queue.shown()))
      await new Promise((done) => setTimeout(done))
    }
  }
  const states = () => Object.fromEntries(queue.shown().map(({ name, state }) => [name, state]))
  return { queue, received, asked, kept: () => kept, states, settled }
}

test('files are sent part by part, two at once, each from where the server says it is', async () => {
  const { queue, received, asked, kept, states, settled } = aServer()
  received.set('b', MB + 5)
  queue.add('funds', [file('a', 2 * MB + 1), file('b', 2 * MB), file('c', 1)])
  expect(states()).toEqual({ a: 'sending', b: 'sending', c: 'waiting' })
  await settled(() => kept() === 3)
  expect(states()).toEqual({ a: 'kept', b: 'kept', c: 'kept' })
  expect(asked.filter((one) => one.startsWith('a'))).toEqual(['a -1', 'a 0', `a ${MB}`, `a ${2 * MB}`])
  expect(asked.filter((one) => one.startsWith('b'))).toEqual(['b -1', `b ${MB + 5}`])
})

test('a pause keeps what has arrived, and going on asks where that was', async () => {
  let free: () => void = () => undefined
  const held = new Promise<void>((done) => {
    free = done
  })
  const { queue, asked, kept, states, settled } = aServer(async ({ from }) => {
    if (from === MB) await held
    return null
  })
  queue.add('funds', [file('a', 3 * MB)])
  await settled(() => asked.includes(`a ${MB}`))
  const key = queue.shown()[0]?.key ?? ''
  queue.pause(key)
  expect(states()).toEqual({ a: 'paused' })
  free()
  await new Promise((done) => setTimeout(done))
  expect(asked.at(-1)).toBe(`a ${MB}`)
  queue.resume(key)
  await settled(() => kept() === 1)
  expect(asked.slice(3)).toEqual(['a -1', `a ${2 * MB}`])
})

test('where nobody answers it goes on by itself, and gives up after some tries, to be tried again', async () => {
  let silent = 3
  const { queue, kept, states, settled } = aServer(async ({ from }) => {
    if (from >= 0 && silent-- > 0) throw new Error('offline')
    return null
  })
  queue.add('funds', [file('a', 1)])
  await settled(() => kept() === 1)
  silent = Number.POSITIVE_INFINITY
  queue.add('funds', [file('b', 1)])
  await settled(() => states().b === 'failed')
  silent = 0
  const of = queue.shown().find(({ name }) => name === 'b')
  expect(of?.message).toMatch(/没有应答/)
  queue.resume(of?.key ?? '')
  await settled(() => kept() === 2)
})

test('what is refused or cannot be read says so at its own line, and the others go on', async () => {
  const { queue, kept, states, settled } = aServer(async ({ name }) => (name === 'bad' ? { ok: false, message: '文件是空的。' } : null))
  queue.add('funds', [file('bad', 1), file('gone', 1, true), file('c', 1)])
  await settled(() => kept() === 1)
  expect(states()).toEqual({ bad: 'failed', gone: 'failed', c: 'kept' })
  expect(queue.shown().map(({ message }) => message)).toEqual(['文件是空的。', expect.stringMatching(/读不出来/), null])
})

test('the same file is not begun twice, but anew once it is over; what is taken off sends no more', async () => {
  const { queue, asked, kept, settled } = aServer()
  queue.add('funds', [file('a', 1), file('a', 1)])
  queue.add('funds', [file('a', 1)])
  expect(queue.shown()).toHaveLength(1)
  await settled(() => kept() === 1)
  queue.add('goals', [file('a', 1)])
  queue.drop(queue.shown()[1]?.key ?? '')
  await new Promise((done) => setTimeout(done))
  expect([queue.shown().length, asked.length]).toEqual([1, 3])
})
