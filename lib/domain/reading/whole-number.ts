/** Plain digits as a whole number: years, months, numbers of items. What a pattern did not find is 0. */
export const wholeNumber = (digits: string | undefined): number =>
  [...(digits ?? '')].reduce((number, sign) => number * 10 + '0123456789'.indexOf(sign), 0)
