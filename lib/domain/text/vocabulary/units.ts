/**
 * Units as texts write them. Units of one line are of one dimension: amounts in them add up and are divided by one another.
 * The number behind a colon says how many of the first one they are.
 */
export const DIMENSIONS: Readonly<Record<string, string>> = {
  money: '元',
  percent: '% ‰:1/10',
  points: '个百分点 百分点 个千分点:1/10 千分点:1/10',
  score: '分',
  people: '人 名 位 员',
  visits: '人次 人·次',
  households: '户 户次',
  // Whatever is counted one by one: what is a 台 in the list may be a 套 in its total.
  things:
    '个 项 处 所 座 套 台 部 辆 架 顶 床 枚 块 盏 间 栋 幢 口 眼 种 类 门 支 艘 组 家 只 头 张 件 宗 起 例 桩 条 份 篇 幅 株 棵 册 本 卷 片 家次 册次 件次 宗次 次 场 场次 期 批 批次 届 轮 回 班 节 架次 点次 车次 台次 辆次 处次 个次 天次 站 所次 笔 款 单 盘 箱 袋 瓶 羽 尾 匹 村 社区 镇 校 周 章 版 集 部次 幅次 项次 发 道 根 副 对 把 艘次 班次 趟 梯次 宗数 段 标段 剂次 剂 名次 席 席位 张床位',
  length: '米 m 延米 公里:1000 千米:1000 km:1000 KM:1000 里:500',
  surface: '平方米 平米 ㎡ m² m2 平方 公顷:10000 平方公里:1000000 平方千米:1000000',
  mu: '亩',
  volume: '立方米 m³ m3 立方 方',
  mass: '克 公斤:1000 千克:1000 斤:500 吨:1000000',
  energy: '千瓦时 度 kWh',
  power: '千瓦 kW 兆瓦:1000 MW:1000',
  workdays: '工作日 个工作日',
  days: '天 日',
  hours: '小时 个小时',
  minutes: '分钟',
  seconds: '秒',
  months: '月 个月 季度:3 个季度:3',
  years: '年 周年',
  age: '岁 周岁',
  times: '倍',
  density: '微克/立方米',
  steam: '蒸吨',
  pages: '页',
  signs: '字',
  data: 'TB',
  lessons: '学时 课时',
}

/** What stands between a number and its unit and multiplies it. */
export const SCALES: Readonly<Record<string, string>> = {
  万亿: '1000000000000',
  千万: '10000000',
  百万: '1000000',
  亿: '100000000',
  万: '10000',
  千: '1000',
}

/** Behind a number, but no word that things are counted in. */
export const NO_UNIT =
  /^(?:[以之]?[上下内外前后中间]|左右|分别|以|之|后|前|上|下|内|外|中|间|起|至|到|和|及|与|或|的|等|余|多|万|亿|千|百|成|折|级|型|类|版|期|号|大|小|位于|同比|环比|增|减|元)+$/
