'use client'
import type { ReactNode } from 'react'
import { Field, Select } from '@/components/ui/field'
import type { IndicatorRule, IndicatorRuleKind } from '@/lib/domain/schemes/rules/rules'
import { ruleKindLabels } from '@/lib/messages/scheme-rules'
import { Items, SelectCell, TextCell, useSet, useValue } from './editing'

const outOfHint = '以上分数按这个分值列示，指标分值不同的按比例折算；不折算的留空。'

/** Where a scheme may hold a rule. */
type RulePath = `${'fixedIndicators' | 'dimensions' | `dimensions/${number}/groups`}/${number}/rule`
type PathProps = { path: RulePath }

/** What a rule of a kind begins with, and the cells of what belongs to it. */
const kinds: {
  [K in IndicatorRuleKind]: { beginning: Extract<IndicatorRule, { kind: K }>; Cells: ((props: PathProps) => ReactNode) | null }
} = {
  default: { beginning: { kind: 'default' }, Cells: null },
  steps: { beginning: { kind: 'steps', from: '100', direction: 'above', per: '1', deduct: '0.5', outOf: '' }, Cells: StepsCells },
  bands: { beginning: { kind: 'bands', bands: [{ from: '', to: '', points: '' }], outOf: '' }, Cells: BandsCells },
  intervals: { beginning: { kind: 'intervals', intervals: [{ from: '', points: '' }], outOf: '' }, Cells: IntervalsCells },
  qualitative: { beginning: { kind: 'qualitative' }, Cells: null },
  coefficient: { beginning: { kind: 'coefficient' }, Cells: null },
  yesNo: { beginning: { kind: 'yesNo' }, Cells: null },
  manual: { beginning: { kind: 'manual' }, Cells: null },
}

/** The rule at a path. `optional`: none may be chosen, so that the level above decides. */
export function RuleCells({ path, optional, label }: { path: RulePath; optional?: boolean; label: string }) {
  const set = useSet()
  const rule = useValue(path) as IndicatorRule | undefined
  const id = `scheme-${path}/kind`
  const Cells = rule && kinds[rule.kind].Cells
  return (
    <div className="flex flex-col gap-3">
      <Field id={id} label={label} className="max-w-md">
        <Select
          id={id}
          value={rule?.kind ?? ''}
          onChange={({ target }) => set(path, target.value === '' ? undefined : kinds[target.value as IndicatorRuleKind].beginning)}
        >
          {optional ? <option value="">不另行规定</option> : null}
          {Object.entries(ruleKindLabels).map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {Cells == null ? null : <Cells path={path} />}
    </div>
  )
}

function StepsCells({ path }: PathProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-5">
      <TextCell path={`${path}/from`} label="以…为界" numeric />
      <SelectCell path={`${path}/direction`} label="方向" options={{ above: '每高于', below: '每低于' }} />
      <TextCell path={`${path}/per`} label="每…" numeric />
      <TextCell path={`${path}/deduct`} label="扣几分" numeric />
      <TextCell path={`${path}/outOf`} label="按分值" hint={outOfHint} numeric />
    </div>
  )
}

function BandsCells({ path }: PathProps) {
  return (
    <>
      <Items path={`${path}/bands`} itemName="档次" add={{ from: '', to: '', points: '' }} most={20}>
        {(band) => (
          <div className="grid gap-3 sm:grid-cols-3">
            <TextCell path={`${band}/from`} label="高于（不限则留空）" numeric />
            <TextCell path={`${band}/to`} label="不高于（不限则留空）" numeric />
            <TextCell path={`${band}/points`} label="得几分" numeric />
          </div>
        )}
      </Items>
      <TextCell path={`${path}/outOf`} label="按分值" hint={outOfHint} numeric className="max-w-md" />
    </>
  )
}

function IntervalsCells({ path }: PathProps) {
  return (
    <>
      <Items path={`${path}/intervals`} itemName="区间" add={{ from: '', points: '' }} most={20}>
        {(interval) => (
          <div className="grid gap-3 sm:grid-cols-2">
            <TextCell path={`${interval}/from`} label="达到" numeric />
            <TextCell path={`${interval}/points`} label="得几分" numeric />
          </div>
        )}
      </Items>
      <TextCell path={`${path}/outOf`} label="按分值" hint={outOfHint} numeric className="max-w-md" />
    </>
  )
}
