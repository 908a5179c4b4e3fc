'use client'
import { Checkbox } from '@/components/ui/field'
import { Section } from '@/components/ui/page'
import { gradeLabels } from '@/lib/messages/labels'
import {
  adjustmentLabels,
  atMostLabels,
  figureGroupLabels,
  methodLabels,
  missedLabels,
  notApplicableLabels,
  overCompletionLabels,
} from '@/lib/messages/scheme-fields'
import { Items, SelectCell, TextCell, useSet, useValue } from './editing'

const noExecution = { maxScore: '10', method: 'proportional', bands: [], decimals: 2, reasonBelow: '', clause: '' }

/** 预算执行率: its 分值 and how it is earned, or none. */
export function ExecutionCells() {
  const execution = useValue('execution')
  const method = useValue('execution/method')
  const set = useSet()
  return (
    <Section title="预算执行率">
      <Checkbox
        label="单设预算执行率分值"
        checked={execution !== null}
        onChange={({ target }) => set('execution', target.checked ? noExecution : null)}
      />
      {execution === null ? null : (
        <div className="mt-3 flex flex-col gap-3">
          <div className="grid gap-3 sm:grid-cols-4">
            <TextCell path="execution/maxScore" label="分值" numeric />
            <SelectCell path="execution/method" label="计分方法" options={methodLabels} />
            <SelectCell path="execution/decimals" label="得分取位" options={{ '2': '两位小数', '0': '整数' }} numbers />
            <TextCell path="execution/reasonBelow" label="低于多少须说明原因（%）" numeric />
          </div>
          {method === 'bands' ? (
            <Items path="execution/bands" itemName="档次" add={{ from: '', share: '' }} most={20}>
              {(path) => (
                <div className="grid gap-3 sm:grid-cols-2">
                  <TextCell path={`${path}/from`} label="执行率达到（%）" numeric />
                  <TextCell path={`${path}/share`} label="得分值的（%）" numeric />
                </div>
              )}
            </Items>
          ) : null}
          <TextCell path="execution/clause" label="条款" />
        </div>
      )}
    </Section>
  )
}

/** 未完成, 定性, 超额, 封顶, 不适用. */
export function ScoringCells() {
  const overCompletion = useValue('overCompletion')
  const mode = useValue('overCompletion/mode')
  const set = useSet()
  return (
    <Section title="计分规则">
      <div className="flex flex-col gap-5">
        <div className="grid gap-3 sm:grid-cols-3">
          <SelectCell path="defaults/missed" label="≥、= 型指标未完成" options={missedLabels} />
          <SelectCell path="defaults/atMostFormula" label="≤ 型指标未完成" options={atMostLabels} />
          <SelectCell path="notApplicable" label="不适用的指标" options={notApplicableLabels} />
        </div>
        <TextCell path="defaults/clause" label="条款" />
        <fieldset className="flex flex-col gap-3">
          <legend className="font-medium">定性档次（占分值的比例）</legend>
          <Items path="qualitativeBands" itemName="档次" add={{ label: '', from: '', to: '' }} most={10}>
            {(path) => (
              <div className="grid gap-3 sm:grid-cols-[1fr_8rem_8rem]">
                <TextCell path={`${path}/label`} label="档次" />
                <TextCell path={`${path}/from`} label="从（含，%）" numeric />
                <TextCell path={`${path}/to`} label="至（%）" numeric />
              </div>
            )}
          </Items>
        </fieldset>
        <fieldset className="flex flex-col gap-3">
          <legend className="font-medium">超额完成</legend>
          <Checkbox
            label="规定超额完成的处理"
            checked={overCompletion !== null}
            onChange={({ target }) => set('overCompletion', target.checked ? { threshold: '130', mode: 'reason' } : null)}
          />
          {overCompletion === null ? null : (
            <div className="grid gap-3 sm:grid-cols-3">
              <TextCell path="overCompletion/threshold" label="达到年度指标值的（%）" numeric />
              <SelectCell path="overCompletion/mode" label="处理方式" options={overCompletionLabels} />
              {mode === 'deduct' ? <TextCell path="overCompletion/deduct" label="每项减（分）" numeric /> : null}
            </div>
          )}
        </fieldset>
        <fieldset className="flex flex-col gap-3">
          <legend className="font-medium">按预算执行率封顶总分</legend>
          <Items path="totalCaps" itemName="封顶档次" add={{ rateBelow: '', maxTotal: '' }} most={20}>
            {(path) => (
              <div className="grid gap-3 sm:grid-cols-2">
                <TextCell path={`${path}/rateBelow`} label="执行率低于（%）" numeric />
                <TextCell path={`${path}/maxTotal`} label="总分最高（分）" numeric />
              </div>
            )}
          </Items>
        </fieldset>
      </div>
    </Section>
  )
}

/** 加减分, 等级, tolerances and the data that the scheme uses. */
export function ResultCells() {
  const groups = useValue('figureGroups')
  const chosen: readonly unknown[] = Array.isArray(groups) ? groups : []
  const set = useSet()
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
        </fieldset>
        <div className="grid gap-3 sm:grid-cols-4">
          <TextCell path="tolerance/amount" label="金额容差（元）" numeric />
          <TextCell path="tolerance/rate" label="比率容差（百分点）" numeric />
          <TextCell path="tolerance/score" label="得分容差（分）" numeric />
          <TextCell path="limits/indicatorPoints" label="单项分值超过多少分提示" numeric />
        </div>
        <fieldset>
          <legend className="font-medium">启用的数据</legend>
          <div className="mt-2 flex flex-wrap gap-4">
            {Object.entries(figureGroupLabels).map(([group, label]) => (
              <Checkbox
                key={group}
                label={label}
                checked={chosen.includes(group)}
                onChange={({ target }) =>
                  set('figureGroups', target.checked ? [...chosen, group] : chosen.filter((other) => other !== group))
                }
              />
            ))}
          </div>
        </fieldset>
      </div>
    </Section>
  )
}
