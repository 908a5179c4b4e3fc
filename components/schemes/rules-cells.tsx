'use client'
import { Checkbox } from '@/components/ui/field'
import { Section } from '@/components/ui/page'
import { atMostLabels, methodLabels, missedLabels, notApplicableLabels, overCompletionLabels } from '@/lib/messages/scheme-fields'
import { CheckCell, Items, SelectCell, TextCell, useSet, useValue } from './editing'

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
          ) : (
            <CheckCell path="execution/capped" label="得分以分值为限（不勾选的，执行率超过 100% 时得分可以超过分值）" whenAbsent />
          )}
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
        <TextCell path="clauses/notApplicable" label="不适用指标计分方法的条款" />
        <TextCell path="defaults/clause" label="未完成时计分方法的条款" />
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
          <TextCell path="clauses/qualitativeBands" label="条款" />
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
              <TextCell path="clauses/overCompletion" label="条款" className="sm:col-span-3" />
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
          <TextCell path="clauses/totalCaps" label="条款" />
        </fieldset>
      </div>
    </Section>
  )
}
