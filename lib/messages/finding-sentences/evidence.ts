import { scanLabels } from '@/lib/messages/evidence'
import { type CodesOf, quoted, type Sayings } from './saying'

/** 佐证材料. */
export const evidenceSayings: Sayings<CodesOf<'E'>> = {
  E01: { say: (f) => `${quoted(f.name)}没有佐证材料。`, why: '评价方案要求每项计分的指标都有证明材料，供审核时核对。' },
  E02: {
    say: (f) => `材料${quoted(f.file)}的名称写的是 ${f.named} 年，评价年度为 ${f.year} 年。`,
    why: '佐证材料应当产生于评价年度内；跨年度的合同、次年出具的决算等，核实后不必处理。',
  },
  E03: {
    say: (f) => `材料${quoted(f.file)}同时挂在 ${f.count} 项指标下，另有${quoted(f.other)}${f.count === '2' ? '' : '等'}。`,
    why: '一份材料证明多项指标时，应确认每一项都能从中查到。',
  },
  E04: { say: (f) => `没有上传${scanLabels[f.scan]}。`, why: '评价方案要求送审时附盖章的扫描件。' },
}
