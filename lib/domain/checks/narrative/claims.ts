import { check } from '@/lib/domain/checks/check'
import type { FactsOf } from '@/lib/domain/checks/facts'
import type { Form } from '@/lib/domain/checks/form'
import { occurrences, type Passage, passagesOf } from './report-text'

/** The claim that all was achieved, against missed indicators and what the problems admit. */

const WAY = '(?:已经?|地|按期|按时|按质|按量|如期|圆满|顺利|高质量|超额|全部|全面|100%|的)*'
const AS_SET = '达到了?(?:年初|预期|既定|设定|预定|设置|确定|申报|绩效|的)*(?:目标值?|指标值|要求|标准)'
/** 各项绩效目标均已完成: what stands before the noun decides whether all are meant. */
const NOUN_FIRST = new RegExp(
  `(目标|指标|任务)((?:(?!情况|概况)[^。；;，、：:\\d未不尚没除中]){0,12}?)(?:均已|都已|全部|全面|均|100%)${WAY}(?:完成|达成|实现|达标|${AS_SET})(?!的)`,
  'g',
)
/** 全面完成了年度各项绩效目标任务; 完成绩效目标申报 is another thing. */
const VERB_FIRST =
  /(?:全面|全部)(?:完成|实现|达成)了?([^。；;，、：:未不]{0,24}?)(目标|任务|指标)(?:目标|任务|指标|值)*(?!的?(?:编制|申报|填报|自评|审核|设[定置]|监控|评价|管理|分解|批复|公开|体系))/g

/** Words that say: the department's own goals of the year, as a whole. */
const GENERAL =
  /(?:绩效|各项?|年度|全年|\d{4}年度?|本年度?|年初|总体|整体|全部|所有|预期|预定|既定|重点|工作|(?:设定|设置|确定|制定|下达|申报|批复)的?(?:\d+项)?|目标|指标|任务|部门|支出|的|了|和|及|与)+$/
const OF_ALL = /绩效|各项|各重点|年|总体|整体|全部|所有|预期|预定|既定/
/** A heading runs into its first sentence. */
const HEADING = /^.*(?:情况|分析|综述|结论|概况|评价|成效|效果)/

/** 除…外, 部分, 11项…1项未完成: the sentence itself says that not all was. */
const NOT_ALL =
  /除[^，。]{1,30}外|(?<!组成)部分|多数|个别|少数|其余|基本(?:完成|实现|达)|尚未|未(?:能|完成|达|全|实现|如期|按)|没有(?:完成|达到|全部|实现)|难以|不含|不包括|仅/
const NEXT_NOT_ALL = /^(?:但|仅|只有|唯)[^。]*(?:未|没有|不)/
const PLANNED =
  /(?:确保|保证)(?!了)|力争|争取|力求|努力(?:实现|完成|做到)|(?<![照按][^，。]{0,12})要求|预计|计划[于在]|将(?:均|全|于|在)|应(?:当|力|在|于)|目标(?:[:：]|[为是])|如果|若|为了|以期|才能/
const OTHER_TIME = /上一?年|去年|往年|上半年|前三季度|[一二三四]季度|(?<!\d)(?:[1-9]|1[01])月底?[，前]|十[二三四五]五|历年/
/** A topic before the claim, in its sentence or as the title of its paragraph: it is about that topic only. */
const TOPIC =
  /(?:[^，。：:]*(?:方面|领域)[，：:]?|[^，。：:]*[：:]|(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]是)[^。]{1,30}[。，])$/
const WHOLE_TOPIC = /目标|绩效|总体|整体|各|结论|情况|评价|综述|任务/

type Claim = { at: string; text: string }

/** The first sentence that claims that all goals, indicators or tasks of the year were achieved. */
function claimIn({ at, text }: Passage, form: Form): Claim[] {
  const nounFirst = occurrences(text, NOUN_FIRST).map((match) => {
    const qualifier = /[^。；;，、：:！“（(\n]*$/.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? ''
    return { match, from: match.index - qualifier.length, all: isOfAll(qualifier, match[1] ?? '', form) }
  })
  const verbFirst = occurrences(text, VERB_FIRST).map((match) => ({
    match,
    from: match.index,
    all: OF_ALL.test(match[1] ?? '') && (match[1] ?? '').replace(GENERAL, '') === '',
  }))
  return [...nounFirst, ...verbFirst].flatMap(({ match, from, all }) => {
    const before = text.slice(0, from)
    const end = match.index + match[0].length
    const [rest = '', next = ''] = text.slice(end).split('。', 2)
    const start = before.lastIndexOf('。') + 1
    const sentence = text.slice(start, end) + rest
    const topic = TOPIC.exec(before.slice(-80))?.[0]
    const years = [...sentence.matchAll(/(\d{4})年/g)].map((year) => year[1])
    const otherYear = form.year !== null && years.length > 0 && !years.includes(`${form.year}`)
    if (!all || otherYear || NOT_ALL.test(sentence) || NEXT_NOT_ALL.test(next)) return []
    if (PLANNED.test(text.slice(start, end)) || OTHER_TIME.test(sentence)) return []
    return topic !== undefined && !WHOLE_TOPIC.test(topic) ? [] : [{ at, text: match[0] }]
  })
}

/** Whether the words before 目标, 指标 or 任务 leave nothing out: not 招生任务, 数量指标, 11项指标. */
function isOfAll(qualifier: string, noun: string, { department, kind, indicators }: Form): boolean {
  const narrower = qualifier.replace(GENERAL, '')
  const general = qualifier.slice(narrower.length)
  const rest = narrower.replace(HEADING, '').replace(/^(?:截至)?\d{4}年(?:度|底|末)?/, '')
  if (noun !== '目标' && !OF_ALL.test(general)) return false
  return (
    rest === '' ||
    rest === `${indicators.length}项` ||
    /^[我本全][\u4e00-\u9fff]{1,4}$/.test(rest) ||
    (rest.length > 1 && department.includes(rest)) ||
    (kind === 'project' && /项目$/.test(rest))
  )
}

const NOT = '(?:难以|无法|未能?|没有|尚未)(?:全部|完全|按[期时]|如期)*'
/** 绩效指标的编制未达到要求 admits no missed target. */
const ABOUT_GOALS = '(?:编制|设[定置]|申报|填报|细化|量化|分解|审核|管理|监控|评价|自评|全覆盖)'
const ADMITTED = new RegExp(
  [
    `${NOT}(?:完成|达到|实现|达成)[^，。；;]{0,10}?(?:目标|预期(?!效果)|指标|任务|\\d[\\d.]*%)(?!的?${ABOUT_GOALS})`,
    `(?:目标|指标|任务|率)(?![^，。；;]{0,10}${ABOUT_GOALS})[^，。；;]{0,10}?${NOT}(?:完成|达标|达到|实现|达成)(?=[，。；;、的]|$)`,
    '达到(?=[^。；，]{0,12}(?:\\d|目标))[^。；，]{0,14}困难',
    '[距与][^，。；;]{0,8}(?:\\d[\\d.]*%|年初|预定|既定|设定)[^，。；;]{0,10}差距',
  ].join('|'),
  'g',
)

/** The words by which a problem admits that a target was missed; the pace of spending is no target. */
function admissionIn({ text }: Passage): string[] {
  return occurrences(text, ADMITTED)
    .filter(
      ({ index, 0: words }) =>
        !/执行率|进度|支付/.test(`${/[^，。；;]*$/.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? ''}${words}`),
    )
    .map(([words]) => words)
}

/** T06: the claim, and what speaks against it. */
function figuresOfClaims(facts: FactsOf['T06']): Readonly<Record<string, string>> {
  const { claim } = facts
  if (facts.kind === 'admission') return { claim, admission: facts.admission }
  return { claim, name: facts.name, target: facts.target, actual: facts.actual }
}

/** T06: the text says that all was achieved, while an indicator was missed or the problems say otherwise. */
export const allDone = check({
  code: 'T06',
  severity: 'warning',
  figures: { version: 1, of: figuresOfClaims },
  find: (form) => {
    const passages = passagesOf(form)
    const [claim] = passages
      .filter(({ part }) => part !== 'problems' && part !== 'measures' && part !== 'goals')
      .flatMap((passage) => claimIn(passage, form))
    if (claim === undefined) return []
    const missed = form.indicators.find(({ comparison, scored }) => scored && comparison.outcome === 'missed')
    const [admission] = passages.filter(({ part }) => part === 'problems').flatMap(admissionIn)
    if (missed === undefined && admission === undefined) return []
    const against =
      missed === undefined
        ? { kind: 'admission' as const, admission: admission ?? '' }
        : { kind: 'indicator' as const, name: missed.context.name, target: missed.target.text.trim(), actual: missed.actual.text.trim() }
    return [{ at: claim.at, facts: { claim: claim.text, ...against } }]
  },
})
