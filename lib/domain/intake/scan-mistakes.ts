/**
 * What reading a scan makes of numbers: letters for digits (2,O5O, l2), a full stop or a comma of the wrong kind, spaces within a number.
 * Only where what stands around leaves no other reading: CO2, PM2.5 and 1、2 stay as they are.
 */

/** In the place of a space that belongs to no number: as long, and read as nothing. */
export const NO_SPACE = '\u200b'

/** Signs that are a digit or were read for one, with a digit among them and no other letter beside them. */
const RUN = /(?<![A-Za-z\d])[\dOoIl|,，.．]*(?:\d[,，.．]?[OoIl|]|[OoIl|][,，.．]?\d)[\dOoIl|,，.．]*(?![A-Za-z\d])/g
/** O3 is ozone, 3l a volume, I2 what somebody called so: where nothing is counted. */
const NO_NUMBER = /^(?:O\d|\d+l|I\d)$/
const AS_DIGIT: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', '|': '1' }

const COUNTED = '[%％‰万亿元分个名人户家件次亩项所座公平吨]'
const COUNTS = new RegExp(`^${COUNTED}`)
/** 1，286人: a comma of text within a number. */
const COMMA = new RegExp(`(?<=(?<![\\d.．,，、])\\d{1,3})，[ \\u3000]{0,2}(?=\\d{3}(?:[.．]\\d+)? ?${COUNTED})`, 'g')
/** 98。5% */
const STOP = new RegExp(`(?<=\\d)。(?=\\d{1,2}${COUNTED})`, 'g')
/** 24, 860 */
const BEHIND_COMMA = /(?<=\d,)[ \u3000]{1,4}(?=\d{3}(?!\d))/g
/** 860. 00万元 */
const BEHIND_POINT = new RegExp(`(?<=\\d{2}\\.)[ \\u3000]{1,4}(?=\\d{1,2} ?${COUNTED})`, 'g')
/** 92 .4% */
const BEFORE_POINT = /(?<=\d)[ \u3000]{1,4}(?=\.\d+ ?[%％万元分])/g
/** 满意度9 3.5% */
const WITHIN = /(?<=[\u4e00-\u9fff]\d{1,3})[ \u3000]{1,4}(?=\d{1,3}(?:\.\d+)?[%％万元分])|(?<=[\u4e00-\u9fff] ?\d) (?=\d\.\d+[%％])/g

const closed = (spaces: string): string => NO_SPACE.repeat(spaces.length)

/** A text with its numbers as they were before it was scanned, as long as it was given. */
export function mendScan(text: string): string {
  if (!/\d/.test(text) || !/[OoIl|，。 \u3000]/.test(text)) return text
  return text
    .replace(RUN, (run, at: number) =>
      NO_NUMBER.test(run) && !COUNTS.test(text.slice(at + run.length))
        ? run
        : run.replace(/[OoIl|]/g, (letter) => AS_DIGIT[letter] as string),
    )
    .replace(COMMA, (comma) => `,${closed(comma.slice(1))}`)
    .replace(STOP, '.')
    .replace(BEHIND_COMMA, closed)
    .replace(BEHIND_POINT, closed)
    .replace(WITHIN, closed)
    .replace(BEFORE_POINT, closed)
}

/** Whether something read from this stretch of the paper holds a digit that was a letter there: somebody should look. */
export const wasMended = (stretch: string, read: string): boolean => /[OoIl|]/.test(stretch) && !/[OoIl|]/.test(read) && /\d/.test(read)
