import { expect, test } from 'vitest'
import { relationsIn } from '@/lib/domain/text/engine'
import { readingOf } from '@/lib/domain/text/reading'

/** Paragraphs in the manner of several provinces' reports. Each figure in ⟦right|wrong⟧ is printed wrong once, by itself: that must be seen. */
const PARAGRAPHS: readonly (readonly [manner: string, marked: string])[] = [
  [
    'amounts in 元, each with its change and its share, lines broken anywhere',
    `1. 基本支出预算 ⟦1864020.50|1684020.50⟧ 元，同比减少 ⟦35979.50|53979.50⟧ 元，
下降 ⟦1.89|1.98⟧ %。其中：
工资福利支出 ⟦1491216.40|1941216.40⟧ 元，占基本支出预算 ⟦80.00|88.00⟧%，同比增
加 ⟦41216.40|14216.40⟧ 元，增长 ⟦2.84|2.48⟧%。
商品和服务支出 ⟦372804.10|732804.10⟧ 元，占基本支出预算 ⟦20.00|22.00⟧%。`,
  ],
  [
    'items of a list are shares of the whole named behind them, however near another budget stands',
    `项目支出预算36,000元，占支出总预算的4.00%，同比无增减变化。其中：
（一）教育支出类科目⟦630,000|360,000⟧元，占支出总预算⟦70.00|77.00⟧%。
（二）社会保障和就业支出类科目⟦180,000|810,000⟧元，占支出总预算⟦20.00|22.00⟧%。
（三）卫生健康支出类科目⟦36,450|34,650⟧元，占支出总预算⟦4.05|4.50⟧%。
（四）住房保障支出类科目⟦53,550|55,350⟧元，占支出总预算⟦5.95|5.59⟧%。
财政拨款收支总预算⟦900,000|990,000⟧元。支出包括：教育支出630,000元、社会保障和就业支出180,000元、卫生健康支出36,450元、住房保障支出53,550元。`,
  ],
  [
    'each of the three public expenses is held against a budget of its own that is not printed',
    `示例区档案局“三公”经费财政拨款支出年初预算为⟦24.00|42.00⟧万元，支出决算为⟦9.18|9.81⟧万元，完成预算的⟦38.25|32.85⟧%，其中：因公出国（境）费决算为0万元，完成预算的0%；公务用车运行维护费支出决算为⟦8.86|6.88⟧万元，完成预算的55.38%；公务接待费支出决算为⟦0.32|3.02⟧万元，完成预算的4.00%。`,
  ],
  [
    'one total is split up twice, the end of the sentence between them left out',
    `示例县水文中心全年财政拨款支出⟦3,250.40|3,520.40⟧万元。其中：按功能分类科目，科学技术支出⟦12.30|21.30⟧万元，农林水支出⟦3,014.85|3,041.85⟧万元，住房保障支出⟦223.25|232.25⟧万元按经济分类科目，工资福利支出⟦2,618.72|2,681.72⟧万元，商品和服务支出⟦421.30|412.30⟧万元，资本性支出⟦210.38|201.38⟧万元。`,
  ],
  [
    'a fall is called 负增长',
    `1至5月，示例市级收入完成⟦37.21|32.71⟧亿元，减少⟦0.46|0.64⟧亿元，负增长⟦1.22|2.12⟧%；区级收入完成⟦8.05|5.08⟧亿元，减少⟦766|976⟧万元，负增长⟦0.94|4.90⟧%。`,
  ],
  [
    'a rate rounded in a table first and in the text again',
    `示例中学本年支出合计⟦6,315.69|6,135.69⟧万元，比上年减少⟦3,117.38|3,171.38⟧万元，下降⟦33.1|31.3⟧%。`,
  ],
  [
    'what is ahead of the part of the year that is over',
    `上半年，示例市一般公共预算收入完成⟦42.6|46.2⟧亿元，同比增收⟦6.6|9.6⟧亿元，增长⟦18.3|13.8⟧%，完成年初预算的⟦54.2|52.4⟧%，超序时进度⟦4.2|2.4⟧个百分点，增幅居全省前列。`,
  ],
  [
    'nothing grows by more than there is',
    `示例局财政拨款支出⟦5,208.40|2,508.40⟧万元。与上年相比，增加⟦1,608.40|6,108.40⟧万元，增长⟦44.68|46.84⟧%。`,
  ],
  [
    'the expense that fell goes by the year and a shorter name',
    `2023年度示例区接待和车辆经费总支出为⟦1,640.20|1,460.20⟧万元。与上年相比，2023年度的接待和车辆经费支出减少了⟦359.80|395.80⟧万元，下降了⟦17.99|19.79⟧%。`,
  ],
  [
    'opening, adjusted and final amounts and by how much the last is more than the first',
    `2023年预算数⟦2,640.50|2,460.50⟧万元，调整数3,118.20万元，决算数⟦3,118.20|3,181.20⟧万元，增加⟦477.70|747.70⟧万元。`,
  ],
  [
    'staff by the ladder of their titles',
    `示例幼儿园核定编制75人，实际正式教职工⟦64|46⟧人，其中副高级职称⟦5|7⟧人，中级职称⟦26|62⟧人，初级职称⟦22|24⟧人，管理人员⟦4|6⟧人，技师⟦3|5⟧人，高级工⟦4|6⟧人。`,
  ],
  [
    'so much a month for each, and what a month comes to',
    `其中，甲类对象6,120户⟦10,850|18,050⟧人，每人每月⟦380|830⟧元，月发⟦412.30|421.30⟧万元；乙类对象4,980户⟦9,120|9,210⟧人，每人每月⟦330|303⟧元，月发⟦300.96|309.06⟧万元。`,
  ],
  [
    'calls a day of a week and of a quarter',
    `2023年第28周（7月10日—7月16日），热线共受理市民诉求⟦71,184|17,184⟧件，日均⟦10,169|11,069⟧件。\n2023年第一季度，平台话务总数为⟦20,700|27,000⟧个，日均⟦230|320⟧个。`,
  ],
  [
    'taxes as a share of what the paragraph before calls in full',
    `上半年，示例市一般公共预算收入完成38.35亿元，同比增收6.50亿元，增长20.41%，收入保持平稳增长。\n全市税收收入⟦28.14|82.14⟧亿元，占财政收入比重为⟦73.38|37.38⟧%，质量稳步提升。`,
  ],
  [
    'procurement by kind, and shares of shares',
    `示例学院政府采购支出总额⟦8,861.94|8,681.94⟧万元，其中：货物支出⟦1,895.57|1,985.57⟧万元、工程支出⟦6,143.89|6,413.89⟧万元、服务支出⟦822.48|882.48⟧万元。授予中小企业合同金额⟦5,915.87|9,515.87⟧万元，占政府采购支出总额的⟦66.76|67.66⟧%，其中：授予小微企业合同金额⟦1,931.86|1,391.86⟧万元，占政府采购支出总额的⟦21.80|28.10⟧%。`,
  ],
  [
    'the budget of a year and what the year before came to, item by item, and how each changed',
    `2022年度“三公”经费预算总计⟦23.6|26.3⟧万元，其中：公务接待⟦12.8|18.2⟧万元，公务用车运行费用⟦10.8|18.0⟧万元。\n2021年度“三公”经费合计支出⟦21.92|29.12⟧万元，其中：公务接待⟦13.42|14.32⟧万元，公务用车运行费用⟦8.50|5.80⟧万元。\n2022年度“三公”经费预算较2021年度增加⟦1.68|1.86⟧万元，其中公务接待较上年同期减少⟦0.62|2.60⟧万元，减少⟦4.62|6.42⟧%。公务用车运行费用较上年同期增加⟦2.30|3.20⟧万元，增长⟦27.06|72.06⟧%。`,
  ],
]

const rightOf = (marked: string): string => marked.replace(/⟦([^|⟧]*)\|[^⟧]*⟧/g, '$1')
const wrongOnes = (marked: string): readonly (readonly [string, string])[] =>
  [...marked.matchAll(/⟦([^|⟧]*)\|([^⟧]*)⟧/g)].map((mark) => {
    const [before, behind] = [marked.slice(0, mark.index), marked.slice(mark.index + mark[0].length)].map(rightOf)
    return [`${(before ?? '').slice(-12)}${mark[2]}`, `${before}${mark[2]}${behind}`]
  })
const brokenIn = (text: string): string[] =>
  relationsIn(readingOf([{ at: 'narrative', text }], 2023)).flatMap(({ holds, certainty, rule, result, operands }) =>
    holds || certainty === 'unclear' ? [] : [`${rule}: ${[result, ...operands].map(({ label, written }) => label + written).join(' ← ')}`],
  )

test.each(PARAGRAPHS)('%s: right as it stands', (_, marked) => expect(brokenIn(rightOf(marked))).toEqual([]))

const WRONG = PARAGRAPHS.flatMap(([manner, marked]) => wrongOnes(marked).map(([place, text]) => ({ manner, place, text })))
test.each(WRONG)('$manner: $place is seen', ({ text }) => expect(brokenIn(text)).not.toEqual([]))
