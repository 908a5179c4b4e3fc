import { Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import type { Scheme, SchemeGroup } from '@/lib/domain/schemes/scheme'
import { gradeName } from '@/lib/domain/scoring/grade'
import { nodeLabels } from '@/lib/messages/labels'
import { perCentText } from '@/lib/messages/per-cent'
import { requiredProjects } from '@/lib/messages/projects'
import {
  adjustmentLabels,
  atMostLabels,
  figureGroupLabels,
  missedLabels,
  notApplicableLabels,
  requiredLabel,
  sayForm,
} from '@/lib/messages/scheme-fields'
import { sayExecutionMethod, sayIndicatorRule, sayOverCompletion } from '@/lib/messages/scheme-rules'
import { FixedIndicatorTable } from './fixed-indicator-table'

/** A version of a scheme in full, to be read. */
export function SchemeView({ scheme }: { scheme: Scheme }) {
  return (
    <>
      <Basis scheme={scheme} />
      <Dimensions scheme={scheme} />
      <Scoring scheme={scheme} />
      {scheme.fixedIndicators.length > 0 ? <FixedIndicatorTable indicators={scheme.fixedIndicators} /> : null}
      <Results scheme={scheme} />
    </>
  )
}

const Facts = ({ facts }: { facts: readonly (readonly [string, string])[] }) => (
  <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[12rem_1fr]">
    {facts.map(([label, value]) => (
      <div key={label} className="contents">
        <dt className="text-muted">{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

function Basis({ scheme: { region, basis, verified, form } }: { scheme: Scheme }) {
  return (
    <Section title="依据与适用范围">
      <Facts
        facts={[
          ['适用地区', region],
          ['依据', basis.join('；') || '未注明'],
          ['与原文件核对', verified ? '已逐条核对' : '未逐条核对，仅作示例'],
          ['表样', sayForm(form)],
        ]}
      />
    </Section>
  )
}

function Dimensions({ scheme: { execution, dimensions } }: { scheme: Scheme }) {
  return (
    <Section title="指标体系与分值">
      <Table caption="指标体系与分值" captionHidden className="min-w-[36rem]">
        <thead>
          <tr>
            <Th>一级指标</Th>
            <Th>二级指标</Th>
            <Th numeric>分值</Th>
            <Th>另行规定的计分规则</Th>
          </tr>
        </thead>
        <tbody>
          {execution === null ? null : (
            <Row name="预算执行率" group="" maxScore={execution.maxScore} rule={withClause(sayExecution(execution), execution.clause)} />
          )}
          {dimensions.flatMap((dimension) => [
            <LevelRow key={dimension.name} name={dimension.name} group="" level={dimension} />,
            ...dimension.groups.map((group) => (
              <LevelRow key={`${dimension.name}/${group.name}`} name="" group={group.name} level={group} />
            )),
          ])}
        </tbody>
      </Table>
    </Section>
  )
}

function LevelRow({ name, group, level }: { name: string; group: string; level: SchemeGroup }) {
  const { maxScore, rule, clause, closed } = level
  const said = [closed ? '只设固定指标。' : '', rule === undefined ? '' : sayIndicatorRule(rule)].join('')
  return <Row name={name} group={group} maxScore={maxScore} rule={withClause(said, clause)} />
}

function Row({ name, group, maxScore, rule }: { name: string; group: string; maxScore: string | null; rule: string }) {
  return (
    <tr>
      <Td className="whitespace-nowrap">{name}</Td>
      <Td className="whitespace-nowrap">{group}</Td>
      <Td numeric>{maxScore ?? '自行分配'}</Td>
      <Td>{rule}</Td>
    </tr>
  )
}

/** A rule with the clause that lays it down, where one is named. */
const withClause = (rule: string, clause: string | undefined): string => (clause ? `${rule}（依据：${clause}）` : rule)

function sayExecution(rule: NonNullable<Scheme['execution']>): string {
  const { decimals, reasonBelow } = rule
  return `${sayExecutionMethod(rule)}；${decimals === 0 ? '得分取整数' : '得分保留两位小数'}${reasonBelow === null ? '' : `；低于 ${perCentText(reasonBelow)} 须说明原因`}`
}

function Scoring({ scheme }: { scheme: Scheme }) {
  const { defaults, qualitativeBands, overCompletion, totalCaps, notApplicable, clauses = {} } = scheme
  const bands = qualitativeBands.map(({ label, from, to }) => `${label}：${perCentText(to)}—${perCentText(from)}（含）`)
  const caps = totalCaps.map(({ rateBelow, maxTotal }) => `执行率低于 ${perCentText(rateBelow)} 的，总分不高于 ${maxTotal} 分`)
  return (
    <Section title="计分规则">
      <Facts
        facts={[
          ['≥、= 型指标未完成', withClause(missedLabels[defaults.missed], defaults.clause)],
          ['≤ 型指标未完成', withClause(atMostLabels[defaults.atMostFormula], defaults.clause)],
          ['定性指标', withClause(bands.join('；'), clauses.qualitativeBands)],
          ['超额完成', overCompletion === null ? '不作规定' : withClause(sayOverCompletion(overCompletion), clauses.overCompletion)],
          ['按执行率封顶总分', caps.length === 0 ? '不封顶' : withClause(caps.join('；'), clauses.totalCaps)],
          ['不适用的指标', withClause(notApplicableLabels[notApplicable], clauses.notApplicable)],
        ]}
      />
    </Section>
  )
}

function Results({ scheme }: { scheme: Scheme }) {
  const {
    adjustments,
    grades,
    tolerance,
    limits,
    figureGroups,
    nodes,
    deadlines,
    outline,
    required,
    projects,
    projectForm,
    clauses = {},
  } = scheme
  const days = nodes.flatMap((node) => (deadlines[node] === undefined ? [] : [`${nodeLabels[node]} ${deadlines[node]} 天`]))
  const chapters = outline.map(requiredLabel)
  const bonuses = adjustments.map(({ name, kind, max, clause }) =>
    withClause(`${name}（${adjustmentLabels[kind]}，最多 ${max} 分）`, clause),
  )
  const gradesText = grades.map(({ grade, from }) => `${gradeName(grade, scheme)}：${from} 分（含）起`).join('；')
  return (
    <Section title="加减分、等级与流程">
      <Facts
        facts={[
          ['加减分项', bonuses.join('；') || '无'],
          ['等级', withClause(gradesText, clauses.grades)],
          ['容差', `金额每个分项 ${tolerance.amount} 元，文字中的比率 ${tolerance.rate} 个百分点，得分 ${tolerance.score} 分`],
          ['单项分值提示界限', `${limits.indicatorPoints} 分`],
          ['启用的数据', figureGroups.map((group) => figureGroupLabels[group]).join('、') || '仅收支数据'],
          ['审核环节', nodes.map((node) => nodeLabels[node]).join(' → ')],
          ['各环节期限', days.join('，') || '不限'],
          ['报告章节', chapters.join('、')],
          ['送审前必填', required.map(requiredLabel).join('、') || '无'],
          ['必须自评的项目', requiredProjects(projects) || '由部门决定'],
          ['项目自评表', sayForm(projectForm?.form ?? 'A')],
          ['项目必须有的佐证材料', projectForm?.evidence.map(requiredLabel).join('、') || '不作规定'],
        ]}
      />
    </Section>
  )
}
