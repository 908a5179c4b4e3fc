'use client'
import { Section } from '@/components/ui/page'
import { DEPARTMENT_GROUPS, figuresAskedFor } from '@/lib/domain/cells/funds'
import { REQUIRABLE_COVER, REQUIRABLE_EVIDENCE, REQUIRABLE_SECTIONS } from '@/lib/domain/schemes/requirable'
import { gradeLabels, nodeLabels } from '@/lib/messages/labels'
import { adjustmentLabels, figureGroupLabels, requiredLabel } from '@/lib/messages/scheme-fields'
import { Items, MemberCell, SelectCell, TextCell, useDraft } from './editing'
import { ProjectCells, ProjectFormCells } from './project-cells'

/** 加减分, 等级, tolerances, and what the scheme asks for by when. */
export function ResultCells() {
  return (
    <Section title="加减分、等级与校验">
      <div className="flex flex-col gap-5">
        <fieldset className="flex flex-col gap-3">
          <legend className="font-medium">加减分项</legend>
          <Items path="adjustments" itemName="加减分项" add={{ id: '', name: '', kind: 'bonus', max: '', clause: '' }} most={20}>
            {(path) => (
              <div className="grid gap-3 sm:grid-cols-4">
                <TextCell path={`${path}/name`} label="名称" />
                <TextCell path={`${path}/id`} label="编号" />
                <SelectCell path={`${path}/kind`} label="类型" options={adjustmentLabels} />
                <TextCell path={`${path}/max`} label="上限（分）" numeric />
                <TextCell path={`${path}/clause`} label="条款" className="sm:col-span-4" />
              </div>
            )}
          </Items>
        </fieldset>
        <fieldset className="flex flex-col gap-3">
          <legend className="font-medium">等级</legend>
          <Items path="grades" itemName="等级" add={{ grade: 'poor', name: '', from: '0' }} most={4}>
            {(path) => (
              <div className="grid gap-3 sm:grid-cols-3">
                <SelectCell path={`${path}/grade`} label="等级" options={gradeLabels} />
                <TextCell path={`${path}/name`} label="名称" />
                <TextCell path={`${path}/from`} label="从（含，分）" numeric />
              </div>
            )}
          </Items>
          <TextCell path="clauses/grades" label="条款" />
        </fieldset>
        <div className="grid gap-3 sm:grid-cols-4">
          <TextCell path="tolerance/amount" label="金额容差（元，每个分项）" numeric />
          <TextCell path="tolerance/rate" label="报告文字中比率的容差（百分点）" numeric />
          <TextCell path="tolerance/score" label="报告文字中得分的容差（分）" numeric />
          <TextCell path="limits/indicatorPoints" label="单项分值超过多少分提示" numeric />
        </div>
        <fieldset>
          <legend className="font-medium">启用的数据</legend>
          <div className="mt-2 flex flex-wrap gap-4">
            {DEPARTMENT_GROUPS.map((group) => (
              <MemberCell key={group} path="figureGroups" value={group} label={figureGroupLabels[group]} />
            ))}
          </div>
        </fieldset>
        <RequiredCells />
        <ProjectCells />
        <ProjectFormCells />
        <DeadlineCells />
      </div>
    </Section>
  )
}

/** What must be filled before handing in. What an older version requires beyond the list stays visible, so that it can be taken away. */
function RequiredCells() {
  const { required, figureGroups } = useDraft()
  const figures = figuresAskedFor('department', figureGroups).map((name) => `funds/${name}`)
  const offered = [...REQUIRABLE_SECTIONS, ...REQUIRABLE_EVIDENCE, ...REQUIRABLE_COVER.map((line) => `cover/${line}`), ...figures]
  const others = required.filter((name) => !offered.includes(name))
  return (
    <fieldset>
      <legend className="font-medium">送审前必须填写</legend>
      <div className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {[...offered, ...others].map((name) => (
          <MemberCell key={name} path="required" value={name} label={requiredLabel(name)} />
        ))}
      </div>
    </fieldset>
  )
}

/** Offered as dates when a round is opened. */
function DeadlineCells() {
  const { nodes } = useDraft()
  return (
    <fieldset>
      <legend className="font-medium">各环节期限</legend>
      <p className="mt-1 text-sm text-muted">自任务开启之日起的天数；开启任务时据此填好日期，可以修改。不规定的留空。</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-4">
        {nodes.map((node) => (
          <TextCell key={node} path={`deadlines/${node}`} label={`${nodeLabels[node]}（天）`} numeric />
        ))}
      </div>
    </fieldset>
  )
}
