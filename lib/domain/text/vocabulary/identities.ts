/** What a figure is by its name: one amount less another. Each is called as the end of its label says. */
export const IDENTITIES: readonly { result: RegExp; of: RegExp; less: RegExp }[] = [
  {
    result: /净资产(?:总额|合计|总计)?[为计]?$/,
    of: /(?<!净|定|流动)资产(?:总额|合计|总计)?[为计]?$/,
    less: /负债(?:总额|合计|总计)?[为计]?$/,
  },
  { result: /(?:贸易|外贸)?顺差[为达]?$/, of: /(?<!进)出口(?:总?额)?[为达]?$/, less: /进口(?:总?额)?[为达]?$/ },
  { result: /(?:贸易|外贸)?逆差[为达]?$/, of: /进口(?:总?额)?[为达]?$/, less: /(?<!进)出口(?:总?额)?[为达]?$/ },
  { result: /(?:当[期年]|本[期年])(?:收支)?结余[为计]?$/, of: /收入[为计]?$/, less: /支出[为计]?$/ },
]
