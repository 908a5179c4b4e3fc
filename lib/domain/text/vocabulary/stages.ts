/** How far things are, said before the number or behind it: each is in one stage, the last that its words name (完成立项 is no 完成). */
export const STAGES: readonly RegExp[] = [
  /(?:全部|已|均|其中|^)(?:完工|竣工|建成|完成|办结|销号|投用)|整改(?:到位|完成)|(?:得|获)满分/,
  /在建|正在|仍在|施工中|扫尾|收尾|基本完成|部分完成|在办|推进中|整改中/,
  /未开工|待开工|完成立项|立项|前期|未启动|未完成|未完工|未竣工|未整改|未办结|跨年|扣分/,
]
