/** `about` 约; `nearly` a little less than it; `over` more; `least` and `most` are bounds; `range` is one of two ends. */
export type Hedge = 'about' | 'nearly' | 'over' | 'under' | 'least' | 'most' | 'range'

/** Longer words before the shorter ones that they end with. */
export const HEDGES: {
  before: readonly (readonly [string, Hedge])[]
  behind: readonly (readonly [string, Hedge])[]
  /** Words that only end like one of them. */
  parts: RegExp
} = {
  parts: /(?:节|预|违|公|合|条|集|签|制|特|契|誓|邀)约$|(?:附|就|临|邻|靠|最|远)近$/,
  before: [
    ['大约', 'about'],
    ['约', 'about'],
    ['大概', 'about'],
    ['将近', 'nearly'],
    ['接近', 'nearly'],
    ['近', 'nearly'],
    ['不超过', 'most'],
    ['不高于', 'most'],
    ['不大于', 'most'],
    ['不多于', 'most'],
    ['最多', 'most'],
    ['至多', 'most'],
    ['≤', 'most'],
    ['不低于', 'least'],
    ['不少于', 'least'],
    ['不小于', 'least'],
    ['至少', 'least'],
    ['≥', 'least'],
    ['逾', 'over'],
    ['突破', 'over'],
    ['不足', 'under'],
    ['不到', 'under'],
  ],
  behind: [
    ['以上', 'least'],
    ['及以上', 'least'],
    ['以下', 'most'],
    ['及以下', 'most'],
    ['以内', 'most'],
    ['之内', 'most'],
    ['左右', 'about'],
    ['上下', 'about'],
  ],
}

/** Digits that are part of a name: 5G, V2.0, PM2.5, 〔2023〕6号, 7×24小时, 第3批, DA-2023-0718, “12345”. */
export const NAMES_WITH_DIGITS = {
  before: /(?:[A-Za-z][-]?|[A-Za-z\d]-|[A-Za-z]{1,4}\d*[.-]|第|〔|\[|[×*]|\d×|[·]\d{0,2}|\d·|[“"]|(?<![销信讯众频音账])号|表|\d\.)$/,
  behind:
    /^(?:号(?!线)|[×*]|[A-Za-z](?![²³23%a-zA-Z])|G|〕|\]|[”"]|·\d|年(?!均|度|终)|月(?!均)|日(?!均)|时(?=[至-]|$)|[—-]\d{3,}|小时公共|分钟[”服便生])/,
}
