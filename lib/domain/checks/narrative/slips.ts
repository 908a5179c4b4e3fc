import { flowOfPiece } from '@/lib/domain/text/flow'
import { everywhere, excerpt, ofText } from './report-text'

/**
 * A slip of the pen and what was meant. Signs before or behind it that make other words of it are excluded (自己经营,
 * 目的的); where those are too many to list, only what may follow the intended word counts (`before`).
 */
type Slip = { slip: string; intended: string; notBehind?: string; notBefore?: string; before?: string }

/** 以经审计的报表为准 and 以经开区为重点 are right: 以经 is a slip only before what has already been done. */
const DONE =
  '(?:全部|全面|基本|顺利|圆满|按期|如期)?(?:完成|开展|建成|建立|实现|取得|形成|达到|启动|落实到|制定|出台|投入|拨付|竣工|开工|结束|到位|成为|办结|超过|完工)|于\\d'
/** 按排班表 and 按排放量 are right. */
const ARRANGED = '了|专项|资金|经费|预算|部署|人员|专人|项目|工作|落实|到位|用于|如下|的|[，。；、：）\\d]|$'

const SLIPS: readonly Slip[] = [
  { slip: '拔付', intended: '拨付', notBehind: '选|提' },
  { slip: '拔款', intended: '拨款' },
  { slip: '拔入', intended: '拨入', notBehind: '选|提' },
  { slip: '，，', intended: '，' },
  { slip: '。。', intended: '。', notBefore: '。', notBehind: '。' },
  { slip: '、、', intended: '、' },
  { slip: '；；', intended: '；' },
  { slip: '建立建全', intended: '建立健全' },
  { slip: '布署', intended: '部署' },
  { slip: '部暑', intended: '部署', notBefore: '期|假|热|天|运|训' },
  { slip: '按排', intended: '安排', before: ARRANGED },
  { slip: '以经', intended: '已经', before: DONE },
  { slip: '己经', intended: '已经', notBehind: '自' },
  { slip: '签定', intended: '签订', before: '了|合同|协议|责任|承诺|采购|施工|目标|框架|《', notBehind: '标|抽|书' },
  { slip: '做为', intended: '作为', before: '年度|重点工作|重要|首要|依据|参考|抓手|核心|关键|一项|突破口|头等大事|中心工作' },
  { slip: '竟争', intended: '竞争', notBehind: '究|毕' },
  { slip: '竟赛', intended: '竞赛' },
  { slip: '松驰', intended: '松弛' },
  { slip: '坚苦', intended: '艰苦' },
  { slip: '严历', intended: '严厉', notBehind: '庄' },
  { slip: '帐户', intended: '账户' },
  { slip: '帐号', intended: '账号' },
  { slip: '帐目', intended: '账目' },
  { slip: '记帐', intended: '记账' },
  { slip: '对帐', intended: '对账' },
  { slip: '迫不急待', intended: '迫不及待' },
  { slip: '再接再励', intended: '再接再厉' },
  { slip: '的的', intended: '的', notBehind: '目', notBefore: '确|士' },
  { slip: '了了', intended: '了', notBehind: '为|目|不', notBefore: '解|结|然|却|之|事|望' },
  { slip: '和和', intended: '和', notBehind: '共|调|饱|温|缓|平|柔|随|中|总', notBefore: '美|气|平|谐|睦|解|善' },
]
const INTENDED = new Map(SLIPS.map(({ slip, intended }) => [slip, intended]))

/** A deadline is 截止 (报名时间截止12月5日), and 截止到 means 截至. */
const AS_OF =
  '(?<!申报|报名|报送|提交|申请|受理|征集|投标|缴费|登记|公示|时间|日期|期限)截止(?=\\d{1,4}年|\\d{1,2}月|目前|年底|年末|当前|[12]\\d{3})'

const SLIP = new RegExp(
  [
    AS_OF,
    ...SLIPS.map(
      ({ slip, notBehind, notBefore, before }) => `(?<!${notBehind ?? '\\n'})${slip}(?!${notBefore ?? '\\n'})(?=${before ?? ''})`,
    ),
  ].join('|'),
  'g',
)

/** T08: a likely slip of the pen: 截止 for 截至, 拔付 for 拨付, a word twice. Each word once for each piece of text, with its places. */
export const slips = everywhere(
  { code: 'T08', severity: 'info' },
  SLIP,
  ({ 0: found, index }, { text }) => ({
    found,
    intended: INTENDED.get(found) ?? '截至',
    text: excerpt(text, index, found.length),
  }),
  ({ found }) => found,
)

/** T08: a bracket that is opened in a paragraph and never closed there; once for each piece of text. */
export const openBrackets = ofText({ code: 'T08', severity: 'info' }, (form) =>
  form.text.flatMap((piece) => {
    const open = flowOfPiece(piece)
      .text.split('\n')
      .map((paragraph) => unclosedIn(paragraph))
      .find((found) => found !== null)
    return open === undefined ? [] : [{ at: piece.at, facts: { found: open.slice(0, 12), intended: '（……）', text: open, count: '1' } }]
  }),
)

/** The words from the bracket on that is not closed; null where all are. */
function unclosedIn(paragraph: string): string | null {
  const opened: number[] = []
  for (const { index, 0: sign } of paragraph.matchAll(/[（(）)]/g)) {
    // 1）, 2) number a list.
    if (sign === '（' || sign === '(') opened.push(index)
    else opened.pop()
  }
  const first = opened[0]
  return first === undefined ? null : paragraph.slice(first, first + 24)
}
