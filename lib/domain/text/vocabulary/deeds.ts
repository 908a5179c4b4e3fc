/** Words for one deed, by which a figure may go in one place and another in the next. */
const DEEDS: readonly RegExp[] = [/结案|审结|审执结|执结|办结/, /验收|竣工|完工/, /培训|参训|受训/, /接待|参观|到馆/, /办理|受理/]
export const sameDeed = (a: string, b: string): boolean => DEEDS.some((deed) => deed.test(a) && deed.test(b))
