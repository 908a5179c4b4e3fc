import { Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import type { Scheme } from '@/lib/domain/scheme'
import { gradeLabels, nodeLabels, sectionLabels } from '@/lib/messages/labels'
import {
  adjustmentLabels,
  atMostLabels,
  figureGroupLabels,
  methodLabels,
  missedLabels,
  notApplicableLabels,
  overCompletionLabels,
  perCentText,
} from '@/lib/messages/scheme-fields'
import { sayIndicatorRule } from '@/lib/messages/scheme-rules'
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
          ['表样', form],
        ]}
      />
    </Section>
  )
}

function Dimensions({ scheme: { execution, dimensions } }: { scheme: Scheme }) {
  return (
    <Section title="指标体系与分值">
      <Table caption="指标体系与分值" captionHidden>
        <thead>
          <tr>
            <Th>一级指标</Th>
            <Th>二级指标</Th>
            <Th numeric>分值</Th>
            <Th>另行规定的计分规则</Th>
          </tr>
        </thead>
        <tbody>
          {execution === null ? null : <Row name="预算执行率" group="" maxScore={execution.maxScore} rule={sayExecution(execution)} />}
          {dimensions.flatMap((dimension) => [
            <Row
              key={dimension.name}
              name={dimension.name}
              group=""
              maxScore={dimension.maxScore}
              rule={dimension.rule ? sayIndicatorRule(dimension.rule) : ''}
            />,
            ...dimension.groups.map((group) => (
              <Row
                key={`${dimension.name}/${group.name}`}
                name=""
                group={group.name}
                maxScore={group.maxScore}
                rule={group.rule ? sayIndicatorRule(group.rule) : ''}
              />
            )),
          ])}
        </tbody>
      </Table>
    </Section>
  )
}

function Row({ name, group, maxScore, rule }: { name: string; group: string; maxScore: string | null; rule: string }) {
  return (
    <tr>
      <Td>{name}</Td>
      <Td>{group}</Td>
      <Td numeric>{maxScore ?? '自行分配'}</Td>
      <Td>{rule}</Td>
    </tr>
  )
}

function sayExecution({ method, bands, decimals, reasonBelow }: NonNullable<Scheme['execution']>): string {
  const how =
    method === 'bands'
      ? `按档次：${bands.map(({ from, share }) => `达到 ${perCentText(from)} 得分值的 ${perCentText(share)}`).join('，')}`
      : `${methodLabels.proportional}，不超过分值`
  return `${how}；${decimals === 0 ? '得分取整数' : '得分保留两位小数'}${reasonBelow === null ? '' : `；低于 ${perCentText(reasonBelow)} 须说明原因`}`
}

function Scoring({ scheme: { defaults, qualitativeBands, overCompletion, totalCaps, notApplicable } }: { scheme: Scheme }) {
  return (
    <Section title="计分规则">
      <Facts
        facts={[
          ['≥、= 型指标未完成', missedLabels[defaults.missed]],
          ['≤ 型指标未完成', atMostLabels[defaults.atMostFormula]],
          ['定性指标', qualitativeBands.map(({ label, from, to }) => `${label}：${perCentText(to)}—${perCentText(from)}（含）`).join('；')],
          ['超额完成', overCompletion === null ? '不作规定' : sayOverCompletion(overCompletion)],
          [
            '按执行率封顶总分',
            totalCaps.map(({ rateBelow, maxTotal }) => `执行率低于 ${perCentText(rateBelow)} 的，总分不高于 ${maxTotal} 分`).join('；') ||
              '不封顶',
          ],
          ['不适用的指标', notApplicableLabels[notApplicable]],
          ['条款', defaults.clause ?? '未注明'],
        ]}
      />
    </Section>
  )
}

const sayOverCompletion = ({ threshold, mode, deduct }: NonNullable<Scheme['overCompletion']>): string =>
  `完成值达到年度指标值的 ${perCentText(threshold)}：${overCompletionLabels[mode]}${mode === 'deduct' && deduct !== undefined ? ` ${deduct} 分` : ''}`

function Results({ scheme }: { scheme: Scheme }) {
  const { adjustments, grades, tolerance, limits, figureGroups, nodes, deadlines, outline } = scheme
  const days = nodes.flatMap((node) => (deadlines[node] === undefined ? [] : [`${nodeLabels[node]} ${deadlines[node]} 天`]))
  const chapters = outline.map((chapter) => chapterNames[chapter] ?? sectionNames[chapter] ?? chapter)
  return (
    <Section title="加减分、等级与流程">
      <Facts
        facts={[
          ['加减分项', adjustments.map(({ name, kind, max }) => `${name}（${adjustmentLabels[kind]}，最多 ${max} 分）`).join('；') || '无'],
          ['等级', grades.map(({ grade, name, from }) => `${name || gradeLabels[grade]}：${from} 分（含）起`).join('；')],
          ['容差', `金额 ${tolerance.amount} 元，比率 ${tolerance.rate} 个百分点，得分 ${tolerance.score} 分`],
          ['单项分值提示界限', `${limits.indicatorPoints} 分`],
          ['启用的数据', figureGroups.map((group) => figureGroupLabels[group] ?? group).join('、') || '仅收支数据'],
          ['审核环节', nodes.map((node) => nodeLabels[node]).join(' → ')],
          ['各环节期限', days.join('，') || '不限'],
          ['报告章节', chapters.join('、')],
        ]}
      />
    </Section>
  )
}

const sectionNames: Readonly<Record<string, string>> = sectionLabels
const chapterNames: Readonly<Record<string, string>> = {
  conclusion: '自评结论综述',
  taskOverview: '各重点工作任务完成情况',
  achievements: '主要工作成效',
  problems: '存在的主要问题',
  measures: '下一步改进措施',
}
