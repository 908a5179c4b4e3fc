/**
 * Some programs that print to PDF, browsers among them, write whole signs as the radicals that look like them: ⽀出 for 支出. Read, copied
 * or searched for, the two are different signs. What is given back is as long as what was given.
 */

/** The signs of the radicals from U+2E80 on, of which Unicode says none; a blank where there is none. */
const SUPPLEMENT =
  ' 厂  乙  几刀  卩  兀尣尢 巳幺彑  心手攵 旡 月歹母民氵氺灬爫爫丬牛犭王疋目示礻 糸纟罓罒 罒 羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门 阝 青韦页风飞食 飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀'

/** Radicals for which Unicode names the sign that is not written here. */
const WRITTEN_HERE: Readonly<Record<string, string>> = { '⼾': '户', '⾭': '青' }

/** A text in which whole signs stand for their radicals. */
export const withoutRadicals = (text: string): string => text.replace(/[\u2e80-\u2fd5]/g, signOf)

function signOf(radical: string): string {
  const sign = WRITTEN_HERE[radical] ?? SUPPLEMENT[radical.charCodeAt(0) - 0x2e80] ?? ' '
  return sign === ' ' ? radical.normalize('NFKC') : sign
}
