import { expect, test } from 'vitest'
import { checks } from '@/lib/domain/checks/catalogue'
import type { CheckCode } from '@/lib/domain/checks/facts'
import { raised } from '@/tests/support/raising'

/**
 * What explanations of each warning hang on, in every shape that it has or had: findings of tests/support/raising.ts as they were
 * stored. Lines are added and never changed: a check that tells its figures otherwise raises their version and keeps the earlier way,
 * or the answers that departments have handed in are lost.
 */
const KEPT: Readonly<Partial<Record<CheckCode, readonly string[]>>> = {
  E01: ['{"name":"示例指标","version":1}'],
  F06: ['{"budget":"2500","spent":"2600","version":1}'],
  F08: ['{"balance":"50","printed":"45","version":1}'],
  F09: ['{"budget":"2500","carryOver":"60.5","spent":"2600","version":1}'],
  F10: ['{"rate":"89.90","version":1}'],
  F12: ['{"actual":"6","prior":"5","version":1}'],
  F13: ['{"column":"expenditure","project":"200","tasks":"300","version":1}'],
  F15: [
    '{"found":"387664.62元","kind":"unit","version":1}',
    '{"found":"8000000","kind":"far","total":"1000","version":1}',
    '{"found":"455000","kind":"magnitude","other":"45.5","version":1}',
  ],
  F17: ['{"figure":"governmentFund/initialBudget","version":1}'],
  F20: ['{"printed":"9.00","version":1}'],
  F30: ['{"budget":"1000","closing":"70","opening":"50","spent":"1000","version":1}'],
  F31: ['{"adjusted":"1000","initial":"900","version":1}'],
  F33: ['{"budget":"0.01","expenditure":"300","version":1}'],
  F40: ['{"column":"actualExpenditure","projects":"400","version":1,"whole":"280"}'],
  K02: ['{"given":"90","name":"产出指标","version":1}'],
  K07: ['{"actual":"3次","target":"两次","version":1}'],
  K08: ['{"printed":"良","total":"97","version":1}'],
  K09: ['{"actual":"已完成","target":"12月底之前完成","version":1}'],
  K10: ['{"target":"进一步加强","version":1}'],
  K11: ['{"name":"产出指标／质量指标","version":1}'],
  K12: ['{"first":"90%","second":"95%","version":1}'],
  K13: ['{"actual":"100%","version":1}'],
  K14: ['{"rows":"1","total":"100.00","version":1}'],
  K18: ['{"name":"资金支付完成率","version":1}'],
  K35: ['{"maxScore":"90","reason":"本年未开展","version":1}'],
  K36: ['{"actual":"120%","version":1}'],
  K37: ['{"actual":"100%","rate":"90","version":1}'],
  K38: ['{"name":"影响","score":"55","version":1}'],
  K44: ['{"actual":"95%","satisfied":"180","size":"200","version":1}'],
  T02: ['{"found":"××","text":"资金已拔付到位，××项目进展顺利。","version":1}'],
  T03: ['{"found":"2021","text":"2021年度示例局部门整体支出","version":1}'],
  T04: ['{"found":"示例市另一局","version":1}'],
  T05: ['{"kind":"unanswered","version":1}', '{"measures":"1","problems":"2","version":1}'],
  T06: [
    '{"actual":"53.4%","claim":"目标均已完成","name":"示例登记率","target":"≥100%","version":1}',
    '{"admission":"难以达到目标","claim":"目标均已完成","version":1}',
  ],
  T09: [
    '{"text":"1,180.00万元，完成预算的94.40%。按资金来源分，一般公共预算财政拨款支出1,100.00万元，其他资金支出80.5万元","total":"1180","version":1}',
  ],
  T12: ['{"number":"1","text":"（一）负责示例事项的管理。","version":1}'],
  T30: [
    '{"first":"100%","name":"居民满意度","second":"超过85%","version":1}',
    '{"first":"100.13","second":"预算执行率90%","version":1,"what":"rate"}',
  ],
  T31: ['{"text":"一般公共预算财政拨款支出1,100.00万元","version":1,"what":"general"}'],
  T32: ['{"text":"暂无。","total":"97.67","version":1}'],
  T38: ['{"operands":"就业率44%","result":"高于50%","version":1}'],
  T39: ['{"against":"基本完工","text":"完工率100%","version":1}'],
  T40: ['{"against":"31","text":"2023年12月32日完成支付","version":1}'],
  T41: ['{"against":"3","text":"内设办公室、财务股、水利股4个","version":1}'],
  T42: ['{"operands":"支出1,234.57万元","result":"12,354,678.90元","version":1}'],
  T43: ['{"against":"","text":"预算执行率97.00","version":1}'],
  T45: ['{"operands":"全年支出100万元","result":"设备购置支出120万元","version":1}'],
}

const warnings = checks.filter(({ severity }) => severity === 'warning').map(({ code }) => code)
const figuresOf = (wanted: CheckCode): string[] => raised.flatMap(({ code, figures }) => (code === wanted ? figures : []))

/** The names of some figures with their version. */
const shapeOf = (key: string): string => {
  const { version, ...figures } = JSON.parse(key)
  return `${version}: ${Object.keys(figures).toSorted().join(' ')}`
}

test.each(Object.entries(KEPT))('%s: an explanation that was given still hangs on its finding', (code, kept) => {
  expect(kept.filter((key) => !figuresOf(code as CheckCode).includes(key))).toEqual([])
})

test.each(warnings)('%s: the figures that it has now are kept here', (code) => {
  const kept = new Set(KEPT[code]?.map(shapeOf))
  expect([...new Set(figuresOf(code).map(shapeOf))].filter((shape) => !kept.has(shape))).toEqual([])
  expect(kept.size).toBeGreaterThan(0)
})
