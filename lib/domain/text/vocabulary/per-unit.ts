/** Words before a figure that is so much for each one, and the units in which those are counted; the first bracket's where none are named. */
export const PER: readonly (readonly [RegExp, readonly string[]])[] = [
  [/每(?:位|名|个)?(?:人|名|位)(?:每[月年季学]年?)?[^，。；\d]{0,8}$/, ['人', '名', '位']],
  [/每(户|家|台|辆|部|套|架|座|所|处|个|项|次|期|场|册|本|件|枚|顶|张|床|株|棵|吨|亩|公里|米|平方米|立方米|公斤|人次|批|架次|学位|驿站|站|班|门|支|条|盏|间|栋)(?:每[月年季])?[^，。；\d]{0,8}$/, []],
  [/(?:人均|平均每人)[^，。；\d]{0,8}$/, ['人', '名', '位']],
  [/(户|亩|台|场|次|册|期|件|案|辆|吨)均[^，。；\d]{0,8}$/, []],
]

/** What goes on for how long: times in a year. */
export const OF_TIME: readonly (readonly [RegExp, string])[] = [
  [/每月|月均|\/月/, '12'],
  [/每季|季均/, '4'],
  [/每[天日]|日均/, '365'],
]
