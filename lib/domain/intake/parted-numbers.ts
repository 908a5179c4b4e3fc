/** 一 绩效管理工作开展情况: a number parted from its heading by a space alone, where the headings of a paper go on so. */
const SPACED = /^([一二三四五六七八九十])[ \u3000](?=[ \u3000]*[\u4e00-\u9fff（(][^，；]{2,36}$)/

/** The paragraphs with 、 behind such numbers; as they are where the paper has no 二 behind its 一. */
export function withParted(texts: readonly string[]): readonly string[] {
  const numbers = texts.flatMap((text) => SPACED.exec(text)?.[1] ?? [])
  return numbers.indexOf('一') >= 0 && numbers.indexOf('二') > numbers.indexOf('一')
    ? texts.map((text) => text.replace(SPACED, '$1、'))
    : texts
}
