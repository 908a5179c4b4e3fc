import type { FigureColumn, FigureItem, FigureSplit } from '@/lib/domain/cells/funds'

/** The columns of the money table that texts speak of. */
export type MoneyRole = 'initialBudget' | 'adjustedBudget' | 'actualExpenditure' | 'carryOver' | 'balance'

/** What a figure is called that is of a part only, of another year, or a change. */
export const OF_PART =
  /采购|三公|公用|人员|项目(?!支出合计)|专项|接待|基本支出|业务费|公车|用车|出国|一般公共|政府性|国有资本|其他|上年|去年|同期|下年|次年|增加|减少|增[长幅]|调[增减](?!后)|追加|节约|节支|超支|超出|差额|财政专户|每|人均|户均|单价|罚|奖|补助资金|工程|建设(?!局|委|厅|部)|设备|购置|维修|其中|经费(?!支出|预算|决算|总)|资产|盘活|收费|贷款|投资|债/
/** The same in a project's report: its own money goes by these names too. */
export const OF_PROJECTS = /项目|专项|补助资金|工程|建设|经费|购置|维修|设备/g
/** What stands before the name of a figure: a list's number, the year. */
export const BEFORE_ROLE =
  /^(?:\d{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)])?(?:(?:19|20)\d{2}(?:年(?!初)(?:度)?|(?=年初))|本年度?|其中[：:]?(?=年初))?(?:本|我)?(?:部门|单位|局|委|办|院|中心|校|镇|乡|街道)?/
/** What a figure of the whole is called, by its column; the first that fits. Tried on the words before the figure. */
export const ROLES: readonly (readonly [MoneyRole, RegExp])[] = [
  [
    'carryOver',
    /(?:年末|期末|年终)(?:财政拨款)?(?:累计)?(?:资金)?(?:结转|滚存)|(?<!年初|期初)结转(?:和|及|与|、)?结余|结转(?:到|至)?(?:下年|次年|下一年|以后年度)|结余结转|^(?:仍有|还有|另有|尚有|剩余|资金|余额)?结转(?:资金|金额)?(?:为|是|共)?$|年末结余|结转下年(?:使用|支出)?/,
  ],
  ['balance', /^(?:资金|预算|形成|年末|年度|全年)*结余(?:资金|合计|金额)?(?:为|是|共)?$/],
  ['initialBudget', /年初(?:部门|批复|财政|收入|支出|整体|安排|下达|核定|的)*(?:总)?预算|(?:预算)?年初(?:预算)?(?:批复|安排|核定|数)/],
  [
    'adjustedBudget',
    /预算总?金额|(?:全年|年度|本年|当年|调整后?|变更后|最终|总|追加后|调整为)(?:的|部门|整体|支出|收入|财政|总)*预算|预算(?:调整|追加)(?:后|为)|调整后?(?:的)?(?:支出|部门)?(?:总额|数|为)|(?:全年|年度|部门)?预算(?:总额|总数|总计|合计|资金总额|安排总额)/,
  ],
  [
    'actualExpenditure',
    /执行数|(?:实际|决算|累计|全年|本年|年度|当年|整体|总体|总|共|部门)(?:的|部门|整体|总体|财政|资金|完成|总|实际|共|累计|决算)*(?:支出|使用|支付|执行)(?!预算(?:数|安排|批复|总额|为|是|[：:])*$)|支出(?:决算|总额|总计|合计|总数|完成|数)|决算(?:数|总额|支出)|^支出(?:共计?|总计|合计|为)?$|^(?:实际)?(?:执行|使用|支付|决算)(?:数|为|了|金额|资金|支出)?$/,
  ],
  [
    'adjustedBudget',
    /预算(?:数|安排|批复|下达|核定|资金|收入|支出|指标)*(?:共计?|总计|合计|为|是|了|：|:)*$|(?:安排|下达|批复)(?:财政|部门|预算|整体|支出|资金|专项)*(?:预算)?(?:资金|支出)?(?:共计?|合计|总额|为)?$|资金总额/,
  ],
]
/** Of another year, a part, a change or one of many, also in a project's report. */
export const OF_OTHERS = /上年|去年|同期|下年|次年|增加|减少|增[长幅]|结[余转]|其中|每|人均|户均|标准|单价|罚|节约|此外|剩余/
/** What a project's money is called besides, where nothing of it goes by those names. */
export const LOOSE_ROLES: readonly (readonly ['adjustedBudget' | 'actualExpenditure', RegExp])[] = [
  [
    'adjustedBudget',
    /总预算(?:为|是|共)?$|预算(?:资金|金额|数)?(?:合计|共计|总计|总额)(?:为|是)?$|资金总(?:额|量)|^(?:本)?年度(?:项目)?资金(?:为|是|共)?$|总投资(?:额)?(?:为|是|共)?$/,
  ],
  [
    'adjustedBudget',
    /(?:下达|安排|获得|争取|批复|投入|申请|分配|统筹|配套|收到)[^，。；]{0,40}?(?:资金|经费|投资|金额|补助|预算|款)?(?:总额)?(?:共计?|合计|总计|为|是|共)*$|(?:资金|经费)(?:总计|共计?|合计)(?:下达|安排|为)?$/,
  ],
  ['actualExpenditure', /(?:拨付|支付|使用|支出|兑付|发放|执行)(?:使用|资金|金额|数|完成|到位)*(?:共计?|合计|为|了)*$/],
]
/** A budget that another became. */
export const APPROVED = /批复|核定|安排|下达/
export const BECAME = /调整|变更|追加后/
export const RATE_OF_BUDGET =
  /执行率|(?:完成|占)(?:年初|全年|调整后?|年度|总|部门|支出|整体|的)*预算(?:数|总额|安排|资金)?的?|支出(?:进度|率|完成率)|(?:预算)?完成率|支付率|执行进度/

/** How the items of the money table are called. Tried in this order. */
export const ITEMS: readonly (readonly [FigureItem, FigureSplit, RegExp])[] = [
  ['governmentFund', 'source', /政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?/],
  ['stateCapital', 'source', /国有资本(?:经营)?(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?/],
  ['general', 'source', /一般公共(?:服务)?(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?|公共财政(?:预算)?(?:拨款)?/],
  ['otherSource', 'source', /其他(?:来源)?(?:资金|收入|各项收入)(?:来源)?/],
  ['vehiclePurchase', 'threePublic', /公务用车购置(?!及|和|与)(?:费|支出|经费)?/],
  ['vehicleOperation', 'threePublic', /(?:公务用车|公车|车辆)(?:运行)?(?:维护|运维|运行)(?:维护)?(?:费|支出|经费)?/],
  ['abroad', 'threePublic', /因公出国[（(]?境?[）)]?(?:费|支出|经费)?/],
  ['reception', 'threePublic', /公务接待(?:费|支出|经费)?/],
  ['personnel', 'basic', /人员(?:类)?(?:经费|支出)/],
  ['publicUse', 'basic', /(?:日常)?公用(?:经费|支出)/],
  ['basic', 'nature', /基本支出/],
  ['project', 'nature', /项目(?:经费)?支出|(?<![\u4e00-\u9fff])项目经费|(?<=其中|包括|和|及)项目经费/],
]
/** Beside an item's name, what says its column; and that it is of another year or a change. */
export const COLUMN_WORDS: readonly (readonly [MoneyRole, RegExp])[] = [
  ['initialBudget', /年初/],
  ['adjustedBudget', /预算|安排|批复|下达/],
  ['actualExpenditure', /执行|实际|决算|支出|使用|完成/],
]
export const OTHER_TIME = /上年|去年|同期|下年|次年|比|较|增|减|超|节|结转|结余|差/

/** Figures of the form that are neither the whole's nor a part of it. `column`: what the name alone says; `not`: what it is not. */
export type Further = { item: FigureItem; measure: 'money' | 'count'; column?: FigureColumn; pattern: RegExp; not?: RegExp }
export const FURTHER_ITEMS: readonly Further[] = [
  {
    item: 'staffQuota',
    measure: 'count',
    column: 'count',
    pattern: /编制(?:总?数|人数|名额)?(?:总?数|共计|共|合计|为|是|有|[：:])*$/,
    not: /编外|超编|空编/,
  },
  {
    item: 'staffInPost',
    measure: 'count',
    column: 'count',
    pattern: /(?:在职|实有|在岗|在编)(?:在职|在编|干警|民警|法官|人员|教职工|职工|教师|干部|人数|总?数|共计|共|合计|为|是|有|[：:])*$/,
    not: /局机关|机关本级|委机关|下属|所属/,
  },
  {
    item: 'total',
    measure: 'money',
    column: 'received',
    pattern: /到位(?:资金|数|金额)?(?:共计?|合计|为|[：:])*$/,
    not: /中央|[省市县区]级|上级|项目|专项|未到位/,
  },
  { item: 'threePublic', measure: 'money', pattern: /[“"]?三公[”"]?/ },
  { item: 'procurement', measure: 'money', pattern: /政府采购/, not: /小微|中小|节约|合同|货物|工程|服务|其中/ },
  { item: 'fixedAssetsInUse', measure: 'money', column: 'amount', pattern: /在用固定资产/ },
  {
    item: 'fixedAssets',
    measure: 'money',
    column: 'amount',
    pattern: /固定资产(?:总额|总值|原值|账面|余额|为|共|合计|[：:])/,
    not: /净值|新增|处置|报废|折旧/,
  },
  {
    item: 'openingCarryOver',
    measure: 'money',
    column: 'amount',
    pattern: /(?:年初|上年|期初)(?:财政拨款)?(?:结转|结余)(?:和|及|与|、)?(?:结余|结转)?(?:资金|收入)?(?:数|为|共|[：:])*$/,
  },
]
/** 政法专项编制108人，事业编2人: a part of the quota where another stands beside it. */
export const PART_OF_QUOTA = /专项编/
export const OTHER_QUOTA = /(?:事业|行政|工勤|参公)(?:人员)?编/
/** 4,500万元全部到位. */
export const ALL_RECEIVED = /^(?:资金)?(?:已|均)?(?:全部|全额|足额)(?:拨付)?到位/
/** 3,728万元全部执行到位. */
export const ALL_SPENT =
  /^(?:资金)?(?:已|均)?(?:经)?(?:全部|全额|足额)(?:已)?(?:(?:执行|支付|使用|支出|兑付|发放)(?:到位|完毕|完成)?|拨付(?!到位))/
/** Behind 其中, what is said of the whole again. */
export const SPENT_OF_IT = /实际|全年|累计|年末|年初|合计|共计|总/
/** ，余款安排下年支出. */
export const WITH_REST = /^，(?:余款|余额|剩余|其余|尚余|结余)/
/** 安排资金19,204.10万: money, for all that 元 is left out. */
export const NAMES_MONEY = /(?:资金|经费|预算|投资|支出|拨款)(?:总额)?(?:共计?|合计|总计|为|是|支付|到位)*$/
/** What an amount is called that carries no unit: 全年预算数20,000,000.00. */
export const NAMES_AMOUNT =
  /(?:预算|决算|支出|收入|拨款|资金|经费|执行|结[转余]|追加|调[增减]|到位)(?:总?[额数]|合计|共计?|批复|安排)*(?:为|是|共)?$/
/** 部门预算项目支出: of a budget, for all its 支出. */
export const BUDGETED = /^(?!.*(?:实际|执行|完成)).*预算[^，]{0,8}支出(?:共计?|合计|为)?$/
/** That a figure sums others up. */
export const SAYS_SUM = /合计|共计|总计|一共/
/** 第一批资金, 二批项目: one of several. */
export const BATCH = /第?[一二三四五六七八九]批(?!次)/
/** Whose budget money came out of. */
export const LEVEL = /中央|省级|自治区|[市州]级|[县区]级|市县/
/** Headings that name a project. */
export const NAMES_ONE = /[^总各]{4,}(?<!基本|主要|重点)(?:项目|经费|工程)$/
/** Beside such a name, its column. */
export const FURTHER_COLUMNS: readonly (readonly [FigureColumn, RegExp])[] = [
  ['priorActual', /上年|去年/],
  ['initialBudget', /预算(?!执行)|计划/],
  ['actualExpenditure', /支出|决算|执行|实际|使用|完成|发生/],
]
/** What somebody had more or less of is no amount of either year. */
export const CHANGED = /[比较]|减少|增加|下降|增长|节约|压[减缩]|降低|差额/
/** 比上年决算33.10万元减少3.30万元: what the change is from. */
export const PRIOR = /^[比较](?:上年|去年)(?:度|同期)?(?:[“"]?三公[”"]?经费)?(?:实际)?(?:决算|支出|执行)(?:数|总额)?的?$/
export const PEOPLE = /[人名]$|^[\d,.]+[人名个]/
/** 编制数38 needs no measure word. */
export const PEOPLE_COUNTED = /(?:编制|在职|在编|实有|在岗)(?:人员|职工)?(?:人)?数$|^(?:人员编制|(?:编制|实有|在职)(?:人)?数)$/
/** Nothing but words for spending stands beside a part's name. */
export const ONLY_SPENT =
  /^(?:其中|其|中|包括|全年|本年|当年|实际|共|支出|决算数?|执行数?|完成|数|为|了|20\d{2}年度?|本?年度|部门|一般公共|财政|拨款|安排|由|[：:“”"、和及（(])*$/
/** What was not spent at all, up to the end of its clause. */
export const NOT_SPENT = /(?:未发生|没有发生|未产生|无)[^，。；]{0,40}?(?:因公出国|公务用车|公务接待|公车)[^，。；]{0,40}/g
