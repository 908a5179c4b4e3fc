import type { CellFlaw } from '@/lib/domain/checks/facts'
import { type CodesOf, figure, quoted, type Sayings } from './saying'

/** Why a pair of cells could not be read or compared. */
const flaws: Readonly<Record<CellFlaw, string>> = {
  malformedNumber: '数字书写不规范',
  noSuchDay: '日历上没有这一天',
  letterForDigit: '数字中夹有字母，可能把 0 写成了 O，或把 1 写成了 l',
  tooLong: '内容过长',
  placeholder: '还是模板文字',
  operatorAlone: '只有符号，没有数值',
  severalParts: '不止一个数值，或夹有其他文字',
  contradictoryOperators: '两个符号互相矛盾',
  signOnActual: '实际完成值写成了“≥”一类的范围，没有给出实测数',
  zeroMinimum: '指标值为“≥0”，任何结果都算完成，须修改指标值或类型',
  wordsForNumber: '指标值是数字，实际完成值是文字',
  dateForNumber: '指标值是数字，实际完成值是日期',
  noDate: '指标值是时限，实际完成值不是日期',
  boundUndecided: '实际完成值只给了范围，不能断定是否达到',
  approximate: '数值带“左右”“约”，不能据以计分',
  differentUnits: '两者单位不同',
  countForRate: '指标值是比率，实际完成值却像数量',
  rateForCount: '指标值是数量，实际完成值却是比率',
  ambiguousShare: '一个带百分号、一个不带，难以断定是否同一口径',
  magnitude: '两者相差悬殊，可能单位不一',
  otherSubject: '实际完成值所说的比率与指标不是同一项',
  direction: '一个是增长、一个是下降，或未说明方向',
  zeroDivision: '公式的除数为 0',
  tooLarge: '公式的结果过大',
}

/** Indicators and scores. */
export const indicatorSayings: Sayings<CodesOf<'K'>> = {
  K01: {
    say: (f) => `分值合计 ${figure(f.sum)}，应为 100（其中预算执行 ${figure(f.execution)}）。`,
    why: '预算执行与全部指标的分值之和应为 100 分。',
  },
  K02: {
    say: (f) => `${quoted(f.name)}分值合计 ${figure(f.given)}，方案规定 ${figure(f.scheme)}。`,
    why: '各级指标的权重由评价方案规定，偏离须说明。',
  },
  K03: {
    say: (f) =>
      f.kind === 'sum'
        ? `所印总分 ${figure(f.total)}，各项得分合计为 ${figure(f.sum)}。`
        : `所印总分 ${figure(f.total)}，而按已有各行得分，总分只能在 ${figure(f.least)} 与 ${figure(f.most)} 之间。`,
    why: '总分必须等于各项得分之和。',
  },
  K04: {
    say: (f) =>
      f.kind === 'coefficient'
        ? `${quoted(f.name)}得分系数 ${figure(f.coefficient)}%，分值 ${figure(f.maxScore)}，应得 ${f.expected}，所印得分为 ${figure(f.printed)}。`
        : f.kind === 'full'
          ? `${quoted(f.name)}目标 ${f.target}，实际 ${f.actual}，未达到却得满分 ${figure(f.printed)}；按规则应得 ${f.expected}。`
          : `${quoted(f.name)}目标 ${f.target}，实际 ${f.actual}，分值 ${figure(f.maxScore)}，按规则应得 ${f.expected}，所填为 ${figure(f.printed)}。`,
    why: '能用数字衡量的指标，得分由规则计算，不由人定。',
  },
  K05: {
    say: (f) => `${quoted(f.name)}完成情况为“${f.label}”，得分应在 ${f.from}～${f.to} 之间，所填为 ${figure(f.score)}。`,
    why: '定性指标按完成档次计分，得分须落在该档区间内。',
  },
  K06: {
    say: (f) => `${quoted(f.name)}得 ${figure(f.score)} 分，低于分值 ${figure(f.maxScore)}，未说明偏差原因。`,
    why: '扣分的指标必须说明偏差原因及改进措施。',
  },
  K07: {
    say: (f) =>
      `${quoted(f.name)}目标 ${f.target}，实际 ${f.actual}，为目标的 ${f.share}%，达到 ${f.threshold}% 以上${f.deducted ? `，已按方案减 ${f.deducted} 分` : ''}。`,
    why: '大幅超额往往说明指标值定得偏低，须说明原因。',
  },
  K08: {
    say: (f) => `等级填“${f.printed}”，按总分 ${figure(f.total)} 应为“${f.grade}”。`,
    why: '等级由总分按方案划定。',
  },
  K09: {
    say: (f) => `${quoted(f.name)}目标“${f.target}”、实际“${f.actual}”：${flaws[f.why]}。`,
    why: '无法准确比较的数值不自动计分，须改写或由人评判。',
  },
  K10: { say: (f) => `${quoted(f.name)}的指标值“${f.target}”没有衡量标准。`, why: '“加强”“提升”一类的说法无法判断是否完成，应尽量量化。' },
  K11: { say: (f) => `没有${quoted(f.name)}。`, why: '产出应有数量和质量，效益和满意度也应有指标。' },
  K12: {
    say: (f) => `${quoted(f.name)}出现两次，实际完成值分别为“${f.first}”和“${f.second}”。`,
    why: '同名指标两处数值不同，读者无从判断；若对象不同，应在名称中写明。',
  },
  K13: {
    say: (f) => `${quoted(f.name)}为 ${f.actual}，请说明调查对象、样本量和时间。`,
    why: '满意度满分多因样本过少或对象不当，复核时会要求佐证。',
  },
  K14: { say: (f) => `总分 ${f.total}，${f.rows} 项指标全部满分。`, why: '全部满分的自评容易被认为偏高，建议复查指标值是否偏低。' },
  K15: {
    say: (f) =>
      f.from === null
        ? `${quoted(f.name)}是指标批复后新增的，未说明调整理由。`
        : `${quoted(f.name)}批复为“${f.from}”，现为“${f.to}”，未说明调整理由。`,
    why: '批复后的指标、指标值和分值不得随意改动。',
  },
  K16: {
    say: (f) =>
      `${quoted(f.name)}${f.target === null ? '' : `有指标值“${f.target}”，`}实际完成值未填${f.score === null ? '' : `，却得 ${f.score} 分`}。`,
    why: '没有完成值就无从计分。',
  },
  K18: { say: (f) => `${quoted(f.name)}与预算执行率重复计分。`, why: '执行率已经单独计分，再作为指标等于计两次。' },
  K19: {
    say: (f) =>
      f.maxScore?.startsWith('-')
        ? `${quoted(f.name)}的分值 ${figure(f.maxScore)} 小于 0。`
        : `${quoted(f.name)}得分 ${figure(f.score)} ${f.maxScore === null ? '小于 0' : `不在 0～${figure(f.maxScore)} 之间`}。`,
    why: '得分不得小于 0，也不得超过分值。',
  },
  K21: {
    say: (f) => `${quoted(f.name)}一项占 ${figure(f.maxScore)} 分，超过 ${figure(f.limit)} 分。`,
    why: '一项指标权重过大，其他指标就失去意义。',
  },
  K30: {
    say: (f) =>
      f.kind === 'coefficient'
        ? `${quoted(f.name)}给了得分系数 ${figure(f.score)}%，未写明依据，不予采用。`
        : `${quoted(f.name)}给了自评分 ${figure(f.score)}，未写明依据，不予计分。`,
    why: '由人评定的得分或得分系数必须有依据。',
  },
  K31: {
    say: (f) =>
      f.kind === 'unreadable'
        ? `${quoted(f.name)}的数值无法识别，尚无得分。`
        : `${quoted(f.name)}不能由数字计分，尚未给出${f.kind === 'coefficient' ? '得分系数' : '自评分'}和依据。`,
    why: '还有指标没有得分，就得不出总分。',
  },
  K34: {
    say: (f) => `${quoted(f.name)}的指标值“${f.target}”没有写明运算符和单位，按不低于 ${f.target} 计分。`,
    why: '写成“≥100次”一类，读者才知道要求的是什么。',
  },
  K36: { say: (f) => `${quoted(f.name)}填为 ${f.actual}，超过 100%。`, why: '部分不会多于整体，多为分母有误或误填。' },
  K37: {
    say: (f) => `${quoted(f.name)}的实际完成值为 ${f.actual}，按资金表计算为 ${figure(f.rate)}%。`,
    why: '指标表与资金表的预算执行率应当一致。',
  },
  K38: {
    say: (f) => `${quoted(f.name)}得 ${figure(f.score)} 分，但年度指标值和实际完成值都未填。`,
    why: '没有指标值和完成值，得分无从核对。',
  },
  K39: {
    say: (f) => `${quoted(f.name)}所列分值合计 ${figure(f.sum)} 分，与注明的 ${figure(f.stated)} 分不符。`,
    why: '一级指标注明的分值应等于其下各项分值之和。',
  },
  K40: {
    say: (f) =>
      `${quoted(f.name)}${f.column === 'maxScore' ? '分值' : '得分'}小计印为 ${figure(f.stated)}，其下各行${f.all ? '合计' : '已列出的合计'}为 ${figure(f.sum)}。`,
    why: '小计必须等于其下各行之和，否则总分也不可信。',
  },
  K41: {
    say: (f) =>
      `${quoted(f.name)}${f.kind === 'bonus' ? '加' : '扣'} ${figure(f.score)} 分，超过上限 ${figure(f.bound)} 分，按 ${figure(f.bound)} 分计。`,
    why: '加分、扣分不得超过方案或表上规定的上限。',
  },
  K42: {
    say: (f) =>
      f.kind === 'more'
        ? `${quoted(f.name)}表示满意的 ${figure(f.satisfied)} 多于样本量 ${figure(f.size)}。`
        : `${quoted(f.name)}样本量 ${figure(f.size)}，满意 ${figure(f.satisfied)}，满意度应为 ${f.share}%，所填为 ${f.actual}。`,
    why: '满意度等于满意数除以样本量。',
  },
  K44: {
    say: (f) =>
      `${quoted(f.name)}样本量 ${figure(f.size)}，满意 ${figure(f.satisfied)}，满意度应为 ${f.share}%，所填为 ${f.actual}；如按“基本满意”等折算加权，请说明算法。`,
    why: '满意度一般等于满意数除以样本量，加权计算的除外。',
  },
  K43: {
    say: (f) =>
      `${quoted(f.name)}为 ${f.actual}，样本量只有 ${figure(f.size)}，没有哪个人数能得出这一比率（相邻的为 ${f.below}% 和 ${f.above}%）；如按多道题平均，请说明算法。`,
    why: '样本量不大时，满意度只能取有限的几个值。',
  },
  K35: {
    say: (f) => {
      const row = f.name === null ? '预算执行率' : quoted(f.name)
      const reason = f.reason === null ? '' : `（${f.reason}）`
      const effect = f.effect === 'full' ? '按方案计满分' : '不计分，按其余指标得分折算'
      return `${row}不适用${reason}，分值 ${figure(f.maxScore)} 分${effect}，请说明认定依据。`
    },
    why: '不适用的指标不扣分，会抬高总分，认定依据须交审核人查看。',
  },
  K32: { say: (f) => `${quoted(f.name)}填为不适用，未说明理由。`, why: '不适用的指标不参与计分，须说明理由。' },
  K33: {
    say: (f) =>
      `${quoted(f.name)}偏离度 ${f.deviation}%，超过 ${f.above}%，建议在分值 ${figure(f.maxScore)} 分中调减 ${f.deduct} 分，由人决定，未自动扣分。`,
    why: '偏离度为（实际完成值 − 年度指标值）÷ 年度指标值；建议数为分值 ×（1 − 界限 ÷ 完成比例），国家没有统一公式，仅供参考。',
  },
}
