import { describe, expect, test } from 'vitest'
import { evidenceKind } from '@/lib/exchange/evidence/evidence-kind'
import { aPdf, refusedEvidence, soundEvidence } from '@/tests/support/evidence-files'

const readable = (file: Uint8Array) => {
  let most = 0
  return {
    size: file.length,
    read: async (from: number, length: number) => {
      most = Math.max(most, length)
      return file.subarray(from, from + length)
    },
    most: () => most,
  }
}

describe('a file of 佐证材料 is known by its content', () => {
  test.each(soundEvidence)('%s', async (_, file, kind) => {
    expect(await evidenceKind(readable(file))).toEqual({ ok: true, value: kind })
  })

  test.each(refusedEvidence)('%s is refused', async (_, file, code) => {
    expect(await evidenceKind(readable(file))).toMatchObject({ ok: false, refusal: { code } })
  })

  test('what stands where two blocks meet is seen, and no more than a block is read at once', async () => {
    for (const before of [262_000, 262_100, 262_130, 262_144, 523_000, 524_000]) {
      const file = readable(aPdf(`${'x'.repeat(before)}/S /JavaScript${'y'.repeat(300_000)}`))
      expect(await evidenceKind(file), String(before)).toMatchObject({ refusal: { code: 'evidence-active' } })
      expect(file.most()).toBeLessThanOrEqual(262_144)
    }
  })
})
