/**
 * Rates by their names, and by what words their two figures are known: `part` ÷ `whole`. A name that is in no family is read
 * by the words it shares with the figure before it (建档率 beside 建档79.79万人).
 */
export type RateFamily = {
  name: RegExp
  part: RegExp
  whole: RegExp
  money?: true
  /** May stand alone in its sentence, with its two figures in the one before. */
  acrossSentences?: true
}

const MONEY_PART = /实际采购|采购金额|支出|支付|执行|使用|决算|拨付|付款|列支|兑付|兑现|发放|付清|投资|完成|用于/
const MONEY_WHOLE = /共计$|合计$|总计$|预算|资金|安排|下达|到位|投资|合同|收入|经费|批复|指标|总额|投入|补助|划入|拨入|金额|调整/

export const RATE_FAMILIES: readonly RateFamily[] = [
  { name: /超[支收]率$/, part: /超/, whole: /预算|计划|目标|任务|定额/, money: true },
  { name: /(?:人员|编制)控制率$/, part: /在编|实有|在岗|在职|现有/, whole: /编制|核定/, acrossSentences: true },
  {
    name: /编制[^，。；]{0,2}(?:使用|满[员编])?率$|(?:满[编员]|在编)率$/,
    part: /在编|实有|在岗|在职|现有/,
    whole: /编制|核定/,
    acrossSentences: true,
  },
  { name: /核销率$/, part: /核销/, whole: /发放|发行|投放/, money: true },
  { name: /破案率$/, part: /破案|破获|侦破/, whole: /立|发案|受理|接报/ },
  { name: /^(?:综合)?利用率$/, part: /在用/, whole: /原值|资产/, money: true },
  { name: /资产(?:综合)?(?:利用|使用)率$/, part: /在用|出租|出借|使用/, whole: /资产|原值/, money: true },
  {
    name: /(?:执行|支付|支出|使用|拨付|兑付|付款)(?:率|进度|比例)$|(?:预算|投资)完成(?:率|进度)$|(?:支出|支付|执行|使用)[^，。；]{0,4}率$|^进度$/,
    part: MONEY_PART,
    whole: MONEY_WHOLE,
    money: true,
  },
  { name: /到位率$/, part: /到位|下达|拨付|收到|筹集|落实/, whole: /预算|应|计划|安排|下达|批复|总投资|总额|申请|资金/, money: true },
  {
    name: /(?:收缴|征收|征缴|收取|清缴)率$/,
    part: /实[收缴征]|已[收缴征]|收缴|征收|收取/,
    whole: /应[收缴征]|任务|目标|核定/,
    money: true,
  },
  {
    name: /节[约支资省]率$|[下让][浮利]率$|[审核]减率$/,
    part: /节约|节省|节支|节资|节余|结余|下浮|让利|审减|核减/,
    whole: /预算|概算|控制价|限价|估算|计划|送审|报审/,
    money: true,
  },
  { name: /闲置率$/, part: /闲置/, whole: /原值|资产/, money: true },
  { name: /负债率$/, part: /负债/, whole: /资产/, money: true },
  { name: /(?:保障|满足)率$/, part: /安排|到位|落实|实际/, whole: /需/, money: true },
  { name: /成新率$/, part: /净值/, whole: /原值/, money: true },
  { name: /结(?:转|余|转结余)率$/, part: /结转|结余|剩余/, whole: /预算|安排|下达/, money: true },
  { name: /(?:调整|追加|调增)(?:率|幅度)$/, part: /调整|追加|调增|调减/, whole: /年初预算|预算/, money: true },
  {
    name: /(?:完成|完工|竣工|开工|达成|实现|建成|投产|落实|实施)率$/,
    part: /完成|完工|竣工|实际|开工|建成|实施|投[用产]|达成|修复|改造|培训|新建|举办|落实/,
    whole: /计划|目标|任务|应|拟|需|共|年初|设定|总|列入|确定|安排|要求|开工|改造|启动/,
  },
  {
    name: /(?:办结|结案|审结|整改|采纳|处置|答复|回复|销号|化解|调处|调解成功|结算|核查|处理|反馈|办理)(?:完成)?率$/,
    part: /办结|结案|审结|审执结|整改|采纳|处置|答复|回复|销号|化解|成功|结算|核查|处理|反馈|办理|完成/,
    whole: /受理|收到|登记|立案|发现|转办|接[收到待报处]|交办|共|各类|问题|建议|提案|应|排查|申请|诉求|投诉/,
  },
  {
    name: /(?:满意|好评|赞成|认可)[度率]$/,
    part: /满意|好评|认可/,
    whole: /有效|收回|回收|访问|抽样|样本|问卷|受访|测评|调查|参评|答卷|发放|单位|家长|人|走访/,
  },
  { name: /(?:回收|收回|应答|返回|有效回收|回复)率$/, part: /收回|回收|有效|应答/, whole: /发[放出]|问卷|访问|投放|寄出|调查|抽[查取]/ },
  {
    name: /(?:退回|差错|出错|退票|退件|投诉|逾期|超期|故障|返工|返修|失败|违约|流失|改判|发改|退货|退款)率$/,
    part: /退回|差错|出错|退票|退件|投诉|逾期|超期|故障|返工|返修|失败|违约|流失|改判|发改|退货|退款/,
    whole: /办理|受理|支付|业务|共|总|处理|登记|完成|审核|接收|办结|审结|交付|签订|应|在[管岗册]|维护|巡检/,
  },
  { name: /(?<!不)公开率$/, part: /公开/, whole: /答复|办结|制发|受理|收到|共/, acrossSentences: true },
  { name: /建档率$/, part: /建档|档案/, whole: /人口|人数|居民|应建/ },
  { name: /(?:检出|确诊|患病|阳性)率$/, part: /检出|确诊|患病|阳性/, whole: /筛查|检[测查验]|抽检|采样|监测|体检/ },
  { name: /入住率$/, part: /入住/, whole: /床位|房间|公寓|住房/ },
  {
    name: /(?:升学|考研|深造|就业|毕业|授予|报到|入学|辍学)率$/,
    part: /考取|升学|录取(?=为)|就业|(?<!届)毕业(?!生)|授予|报到|入学|辍学/,
    whole: /毕业生|招生|录取|在校|学生|学员|适龄/,
  },
  {
    name: /(?:不?合格|通过|达标|取证|有效|优良|优秀|晋级|规范|成功|就业|获证|中标|抽检|持证|发证|录取|录用|抽查|检验|入库|签约|履约|及时|准时|按期|巩固)率$/,
    part: /合格|通过|达标|取得|证书|有效|优良|优秀|晋级|规范|成功|就业|获|持证|录取|录用|检出|抽查|实检|入库|签约|履约|及时|准时|按[期时]/,
    whole: /抽检|检[查测验]|采样|监测|应检|验收|参[训加评赛]|培训|申[请报]|受理|总|共|排查|调解|登记|应|完成|抽查/,
  },
]

/** 占…, 占比, 比重: the part is what the sentence is about, the whole is named or is what it is a part of. */
export const SHARE =
  /占(?:到|了|比|据)?(?:[^，。；：（）\d]{0,24})?(?:比例|比重|比)?(?:的|为|达到?|约|近|仅|高达|是)*$|占比(?:为|达到?|是|约|的)?$|比[重例](?:为|达到?|是|占)?$/
/** What lies outside the report: shares of it cannot be checked. */
export const OUTSIDE = /全[国省](?!分)|GDP|生产总值|财政(?:支出|收入)|同[类行]|世界|行业/

/** What a rate that was reached is not. */
export const NO_VALUE = /目标|力争|不低于|不高于|不超过|要求|计划|标准|应当?达|高于|低于|超过|优于|限额|控制线|考核/

/** Names of funds with 预算 in them: 一般公共预算收入 is no budget. */
export const FUNDS_NAMED_BUDGET =
  /(?:一般公共|政府性基金|国有资本经营|社会保险基金|公共财政|地方财政)预算(?=(?:拨款|财政|总|税收|非税)*(?:收入|支出|拨款|财政))/g

/** Names of amounts that are wholes though a word of doing stands in them: 支出预算, 到位资金. */
export const BOTH_ROLES = /(?:预算|概算|计划|目标|任务|安排|下达|合同)(?:数|额|总?金额|资金|总额|指标|价)?为?$/
/** What of a rate's name says nothing of whose it is. */
export const NO_SUBJECT = /部门|单位|整体|总体|全年|本年|当年|年度|累计|综合|预算|财政|专项|资金|经费|项目|任务|目标|指标|实际|计算|[的总]/g
/** 按期办结率 is of what was due, not of all that was done. */
export const WITHIN_A_TERM = /及时|按[期时]|到期|限时|当[日场]|一次/
/** A figure that these stand before is of another time or thing than the one before it. */
export const OF_OTHERS = /其中|[较比同]|[上去]年|每|均[^衡]|新增|累计|增|减|结[转余]/
/** Rates of what is not there: their other figure is what is there, not the whole. */
export const MISSING = /[不未无缺空欠]|闲置|负债|流失|淘汰/
/** What was not done or did not pass. */
export const DENIED = /[不未]|没有|退回|驳回/
