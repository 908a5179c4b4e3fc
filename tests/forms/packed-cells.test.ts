import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormCell } from '@/lib/forms/saving/cell-view'
import { packCells } from '@/lib/forms/saving/pack-cells'
import { unpackCells } from '@/lib/forms/saving/packed-cells'

const text = fc.oneof(fc.constant(''), fc.constantFrom('≥95%', '“名称”', '12,345.60', '换\n行', '\u2028</script>'), fc.string())
const cell: fc.Arbitrary<FormCell> = fc.record(
  { text, seen: fc.nat(), label: text, lastYear: text, submitted: text },
  { requiredKeys: ['text', 'seen', 'label'] },
)
const address = fc
  .tuple(fc.constantFrom('funds/total', 'indicators/a', 'indicators/b', 'narrative/c', 'cover', ''), fc.constantFrom('x', 'y', 'z', ''))
  .map(([row, column]) => (row === '' ? `_${column}` : `${row}/${column}`))

describe('cells of a form as one text', () => {
  it('come out as they went in, in their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(address, cell), { selector: ([at]) => at }), (cells) => {
        const unpacked = unpackCells(packCells(Object.fromEntries(cells)))
        expect(unpacked).toEqual(Object.fromEntries(cells))
        expect(Object.keys(unpacked)).toEqual(cells.map(([at]) => at))
      }),
    )
  })

  it('say what the cells of a row or column share once', () => {
    const columns = ['name', 'target', 'actual', 'standard']
    const rows = Array.from({ length: 60 }, (_, index) => `indicators/${'0123456789abcdef'.repeat(2)}${index}`)
    const cells = Object.fromEntries(
      rows.flatMap((row, index) =>
        columns.map((column) => [`${row}/${column}`, { text: '', seen: 0, label: `“示例指标名称 ${index}” · ${column}` }] as const),
      ),
    )
    const packed = packCells(cells)
    expect(packed.match(/示例指标名称 7”/g)).toHaveLength(1)
    expect(packed.match(/standard/g)).toHaveLength(2)
  })
})
