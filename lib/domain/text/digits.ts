/** Plain digits as a whole number: years, months, numbers of items. */
export const wholeNumber = (digits: string): number => [...digits].reduce((n, sign) => n * 10 + '0123456789'.indexOf(sign), 0)
