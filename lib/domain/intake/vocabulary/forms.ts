/** Names of what a form asks for, alone on their line, with what was filled in below. */
export const FIELD =
  /^(?:联系人|联[系络](?:电话|方式)|人员编制|编制(?:人)?数|实有人数|在职人数|填[报表]人|填[报表](?:日期|时间)|报告日期|(?:部门|单位)(?:[（(](?:部门|单位)[）)])?(?:名称|全称)|预算(?:单位)?编码)[：:]?$/
/** People that a form counts. */
export const COUNTED_FIELD = /^(?:人员编制|编制(?:人)?数|实有人数|在职人数)[：:]\d+[人名个]?$/
/** Names that a narrow column broke in two. */
export const HALVES: readonly (readonly [RegExp, RegExp])[] = [
  [/^年度(?:主要|重点)$/, /^工作(?:内容|任务|目标)?$/],
  [/^年度总体$/, /^(?:绩效)?目标$/],
]
/** What one paragraph says first, and what it says to that. */
export const ANSWERS: readonly (readonly [asked: RegExp, answer: RegExp])[] = [
  [/[，。；][^，。；：]{0,6}原因(?:分析)?[：:]/, /^(?:改进|整改|拟采取的)(?:改进)?措施[：:]/],
]
/** Headings within the one paragraph of a short report. */
export const INNER_HEADINGS =
  /(?<=[，。；.])\s*(?:发现的?主要问题|主要存在的?问题|存在的?(?:主要)?问题(?:及原因)?|下一?步(?:工作)?(?:的)?(?:改进|整改)?(?:措施|打算|安排)|改进措施|整改措施)[：:]/g
/** Who may be asked, as a form's head says it. */
export const HEAD_FIELDS: readonly (readonly ['preparer' | 'phone', RegExp])[] = [
  ['preparer', /^(?:联系人|填[报表]人)[：:]([\u4e00-\u9fff·]{2,8})(?=$|联|电话|[，；])/],
  ['phone', /^(?:联[系络](?:电话|方式)|电话)[：:](\d[\d-]{5,14})$/],
]
/** The day alone on a line of the cover. */
export const DAY_ALONE =
  /^(?:20\d{2}年\d{1,2}月(?:\d{1,2}日)?|[二〇○零一三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)$/
/** What a web page says of a paper above it. */
export const PAGE_FIELD =
  /^[[［【]?(?:监督)?(?:索引号|发布机构|发文(?:字号|单位|日期|机关)|文号|发布(?:日期|时间|单位)|成文日期|生成日期|公开(?:日期|时间|时限)|归档时间|时效性|效力状态|有效性|主题分类|体裁分类|组配分类|信息来源|来源|作者|浏览(?:量|次数)?|点击(?:率|数|量)?|字体|字号|信息名称)[\]］】]?(?=[：:\s\w〔]|$)/
