/** What each fraction in words has in it, how it is said, and between how many per cent it can be said of. */
export const FRACTIONS: readonly (readonly [sign: string, pattern: RegExp, low: string, high: string])[] = [
  ['半', /(?<!不)(?:超过|过|逾)(?:一?半|半数)/g, '50', '100'],
  ['半', /不(?:足|到)(?:一?半|半数)/g, '0', '50'],
  ['一半', /(?<![超过不足到逾])一半(?!以上|以下)/g, '45', '55'],
  ['三分之一', /(?<!分之)三分之一/g, '30', '37'],
  ['三分之二', /三分之二(?!以上)/g, '63', '70'],
  ['四分之一', /四分之一/g, '22', '28'],
  ['四分之三', /四分之三/g, '72', '78'],
  ['五分之一', /五分之一/g, '18', '22'],
  ...'一二三四五六七八九'.split('').flatMap((numeral, i): (readonly [string, RegExp, string, string])[] => {
    const tens = (i + 1) * 10
    const digit = numeral === '二' ? '[二两]' : numeral
    const sign = numeral === '二' ? '成' : `${numeral}成`
    return [
      [sign, new RegExp(`(?:近|将近|接近)${digit}成`, 'g'), `${tens - 6}`, `${tens}`],
      // What is looked for first, what stands before it afterwards: so a whole report is looked through at once
      [
        sign,
        new RegExp(
          `${digit}成(?<=占[^，。；\\d]{0,14}(?:\\d[\\d,.]{0,12}[万亿]?[\\u4e00-\\u9fff]{1,2}的)?${digit}成)(?<![近超过逾足到]${digit}成)(?!以上|多|左右|以下)`,
          'g',
        ),
        `${tens - 5}`,
        `${tens + 5}`,
      ],
      [sign, new RegExp(`(?:超过?|逾|过)${digit}成|${digit}成(?:以上|多)`, 'g'), `${tens}`, `${tens + 10}`],
    ]
  }),
]
