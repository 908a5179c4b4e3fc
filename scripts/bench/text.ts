// The grammar of figures over a report's text: a megabyte of ordinary report, ten of them, and inputs made to be slow.
// Prints a table of processor time (what else the machine does counts less so); status 1 where a limit is passed.
import { relationsIn } from '@/lib/domain/text/engine'
import { readingOf } from '@/lib/domain/text/reading'
import { remarksOn } from '@/lib/domain/text/remarks/remarks'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** A paragraph as reports have them; its figures fit each other. */
const paragraph = (n: number): string => {
  const budget = 1000 + (n % 977)
  const spent = budget - (n % 89)
  return `（${n % 9}）示例项目${n}。全年预算${budget}.00万元，实际支出${spent}.00万元，预算执行率${((spent / budget) * 100).toFixed(2)}%，结余${budget - spent}.00万元。其中：人员经费${spent - 300}.00万元，公用经费300.00万元。计划改造${n + 20}处，完成${n + 20}处，完成率100%。举办培训${(n % 30) + 2}期，培训${((n % 30) + 2) * 52}人次，平均每期52人次。发放问卷${n + 500}份，收回${n + 480}份。比上年的900.00万元增加${spent - 900}.00万元。`
}
/** As in most reports, words between the figures. */
const PROSE =
  '一是加强组织领导，明确责任分工，按月调度项目进展，及时协调解决实施中的困难。二是完善管理制度，规范资金使用，做到专款专用、单独核算，自觉接受审计和社会监督。三是强化绩效管理，把绩效目标分解到科室和所属单位，跟踪问效，定期通报。项目实施后，服务对象反映良好，工作条件明显改善，预期的社会效益逐步显现，但基层人员力量不足、部分设施管护不到位等问题仍需重视，下一步将继续完善长效机制。'
/** A report of about so many bytes. */
const ordinary = (bytes: number): string => {
  const parts: string[] = []
  let size = 0
  for (let n = 1; size < bytes; n++) {
    const next = n % 2 === 0 ? PROSE : paragraph(n)
    parts.push(next)
    size += Buffer.byteLength(next) + 1
  }
  return parts.join('\n')
}

const K100 = 100_000
const repeated = (text: string): string => text.repeat(Math.ceil(K100 / Buffer.byteLength(text)))
const CASES: readonly (readonly [name: string, text: string, limit: number])[] = [
  ['ordinary report, 1 MB', ordinary(1_000_000), 1_000],
  ['ordinary report, 10 MB', ordinary(10_000_000), 11_000],
  ['nested brackets', repeated('（其中：甲1万元，'), 300],
  ['closing brackets', repeated('）（'), 300],
  ['ten thousand figures in one sentence', repeated('甲120万元、'), 300],
  ['ten thousand rates that nothing makes', repeated('支出12万元，执行率3%，'), 300],
  ['ten thousand growths', repeated('比上年7件增长3%，'), 300],
  ['one sentence of words', repeated('示例局负责示例事项'), 300],
  ['one sentence of commas', repeated('，'), 300],
  ['digits', repeated('1'), 300],
  ['digits and points', repeated('1.'), 300],
  ['digits and commas', repeated('1,'), 300],
  ['marks of lists', repeated('其中：分别为按'), 300],
  ['each of each', repeated('每人3元，5人，'), 300],
  ['spaces', repeated('1 '), 300],
  ['lines', repeated('甲\n'), 300],
  ['dates', repeated('2023年5月6日至'), 300],
  ['names in a row', repeated('甲局、'), 300],
  ['一是 to the end', repeated('，一是'), 300],
  ['shares', repeated('占总数的3%，5人，'), 300],
  ['claims', repeated('全部完成，未发生事故，'), 300],
  ['quotation marks', repeated('“满意”5份，'), 300],
]

/** Milliseconds of processor for one reading of a text. */
function timeOf(text: string): number {
  const start = process.cpuUsage()
  const reading = readingOf([{ at: '', text }], 2023)
  relationsIn(reading)
  remarksOn(reading)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

let passed = true
// The first reading of a program that has just started is held to the limit; the second is what a running one takes.
say('| input | kB | milliseconds of processor | again | limit |\n|---|---|---|---|---|')
for (const [name, text, limit] of CASES) {
  const took = timeOf(text)
  const again = timeOf(text)
  passed &&= took <= limit
  say(
    `| ${name} | ${(Buffer.byteLength(text) / 1000).toFixed(0)} | ${took.toFixed(0)} | ${again.toFixed(0)} | ${limit}${took > limit ? ' (above)' : ''} |`,
  )
}
process.exitCode = passed ? 0 : 1
