import { describe, expect, test } from 'vitest'
import { codesOfText } from '@/tests/support/findings'

/** Each text right, and what of it is put wrong, with what is found then. */
const FALSIFIED: readonly (readonly [text: string, right: string, wrong: string, code: string])[] = [
  // Proportions of several sides, before and behind their row.
  ['中央拨付640万元、省级拨付384万元、县级拨付256万元，分担比例为5∶3∶2。', '384', '348', 'T37'],
  ['中央拨付640万元、省级拨付384万元、县级拨付256万元，分担比例为5∶3∶2。', '5∶3∶2', '5∶4∶2', 'T37'],
  ['补助资金由三级按5：3：2分担，即省级46.5万元、市级27.9万元、县级18.6万元。', '46.5', '64.5', 'T37'],
  ['乔木2.6万株、灌木4.1万株、藤本3.3万株，比例约为26:41:33。', '26:41:33', '26:14:33', 'T37'],
  // So many per cent, and behind them what they come to.
  ['合同金额864.20万元，首付款30%为259.26万元，进度款50%为432.10万元，尾款20%为172.84万元。', '259.26', '295.26', 'T34'],
  ['合同金额864.20万元，首付款30%为259.26万元，进度款60%为518.52万元，尾款10%为86.42万元。', '518.52', '581.52', 'T34'],
  // A list of things that each have a price, with its total behind or before it.
  ['新装路灯30盏、每盏0.85万元，更换井盖260块、平均每块1,500元，实际支出64.5万元。', '64.5', '46.5', 'T37'],
  ['购置帐篷、棉被支出48.6万元，帐篷120顶、每顶1,800元，棉被1,350床、每床200元。', '48.6', '46.8', 'T37'],
  // What a unit costs, whatever it is a unit of.
  ['绿地养护面积268万平方米，单位成本6元/平方米，共1,608万元。', '1,608', '1,680', 'T37'],
  ['泵站全年用电836万千瓦时，电费单价0.65元/千瓦时，电费支出543.40万元。', '543.40', '534.40', 'T37'],
  // Shares of two in their order, and of two together.
  ['全年支出4,860.00万元：基本支出3,159.00万元，项目支出1,701.00万元，两项占比分别为65%和35%。', '65%', '56%', 'T34'],
  ['全年查处违法行为52,600起。酒驾318起、醉驾76起，两项占违法行为总数的0.75%。', '0.75', '0.57', 'T34'],
  // Held against what something was built for.
  ['设备完好率设计值96%，实际98.3%，高出2.3个百分点。', '2.3', '3.2', 'T36'],
  // The budget as it was adjusted, and the reasons for it.
  ['年初部门预算1,250.00万元，调整后预算1,562.50万元，增幅25%。', '1,562.50', '1,652.50', 'T36'],
  [
    '年初预算1,250.00万元，调整后预算1,562.50万元，原因：一是追加专项186.40万元；二是增人增资78.60万元；三是上年结转47.50万元。',
    '186.40',
    '168.40',
    'T35',
  ],
  // Several things and what each fell by.
  ['火灾事故38起、伤亡12人，同比减少6起、3人，分别下降13.64%和20%。', '13.64', '16.34', 'T36'],
  [
    '死亡14人，受伤182人，直接损失36.40万元，三项与上年相比分别下降12.5%、9%和20%（上年依次为16人、200人、45.50万元）。',
    '200人',
    '220人',
    'T36',
  ],
]

describe('proportions and what parts come to', () => {
  test.each(FALSIFIED)('%s', (text, right, wrong, code) => {
    expect(text.split(right)).toHaveLength(2)
    expect(codesOfText(text)).toEqual([])
    expect(codesOfText(text.replace(right, wrong))).toContain(code)
  })
})

test.each([
  // One of several priced things is not all that the budget is for.
  '养护项目预算260万元，新建信号灯8处、每处19.5万元，施划标线1.6万平方米、每平方米35元，更换标志牌120块、平均每块1,300元。',
  '维护预算96万元，新装路灯30盏、每盏0.8万元，改造灯杆120根，更换井盖260块、平均每块1,500元。',
  // Two of a whole that has other parts too.
  '设备购置1,500.00万元，房屋维修1,000.00万元，两项占比分别为30%和20%，其余为专项经费。',
  '全年支出5,000.00万元，其中人员经费1,500.00万元，公用经费1,000.00万元，两项占比分别为30%和20%，其余为专项经费。',
  // Of two together, of a part's own budget, of all years.
  '计划新建泵站4座、改建6座，实际新建4座、改建5座，总体完成率90%。',
  '全年预算760.00万元。全年支出733.00万元，执行率96.45%，其中基本支出480.00万元，执行率100%，项目支出253.00万元，执行率90.36%，结转27.00万元全部为项目资金。',
  '基金收入3.86亿元，支出3.62亿元，当期结余0.24亿元，累计结余1.17亿元。',
  // One of several reasons is not all that was added.
  '年初预算1,340.00万元，调整后预算1,890.00万元，原因：一是上级追加专项资金420.00万元；二是增人增资80.00万元；三是上年结转50.00万元。',
  // A part of what is left.
  '全年预算1,860.00万元，执行1,794.50万元，剩余65.50万元，其中项目支出结余61.20万元。',
  // A part whose digits are those of its whole in another order, and a tenth of a figure.
  '培训演练共30次，参加人员3,460人次，其中培训3,046人次。',
  '合同总金额1,286.40万元，按约定首付款30%为385.92万元，进度款60%为771.84万元，尾款10%为128.64万元。',
  // One of several that make up what came in.
  '受理审查案件412件640人，起诉486人，不起诉112人，尚未办结42人。',
  // Each item under a title of its own.
  '农产品抽检：计划2,400批次，完成2,448批次，完成率102%，其中不合格36批次；兽药抽检：计划90批次，完成90批次；设备检查：检查单位640家、设备2,560台（套），平均每家4台（套）。',
])('right as it stands: %s', (text) => {
  expect(codesOfText(text)).toEqual([])
})
