/**
 * What a figure is by its name: one amount less another. Each is called as the end of its label says. `unless`: words near by which it is
 * more than the two.
 */
export const IDENTITIES: readonly { result: RegExp; of: RegExp; less: RegExp; unless?: RegExp }[] = [
  {
    result: /(?:净资产|所有者权益)(?:总额|合计|总计)?[为计]?$/,
    of: /(?<!净|固定|流动|无形|其他|在建|长期|投资|金融|储备|文物|货币|公共|基础设施|受托|代理|保障性住房)资产(?:总额|合计|总计)?[为计]?$/,
    less: /(?<!流动|长期|其他|非流动|受托|代理)负债(?:总额|合计|总计)?[为计]?$/,
  },
  { result: /(?:贸易|外贸)?顺差[为达]?$/, of: /(?<!进)出口(?:总?额)?[为达]?$/, less: /进口(?:总?额)?[为达]?$/ },
  { result: /(?:贸易|外贸)?逆差[为达]?$/, of: /进口(?:总?额)?[为达]?$/, less: /(?<!进)出口(?:总?额)?[为达]?$/ },
  {
    result: /(?:当[期年]|本[期年])(?:收支)?结余[为计]?$/,
    of: /收入[为计]?$/,
    less: /支出[为计]?$/,
    unless: /结转|(?:[上去]年|年初|期初|以前年度|历年)[^，。；\d]{0,6}结余|动用|弥补|调[入出]|转[入出]|提取|结余分配|上缴|上解/,
  },
]
