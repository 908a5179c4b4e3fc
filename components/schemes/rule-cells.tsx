'use client'
import { Field, Select } from '@/components/ui/field'
import type { IndicatorRule } from '@/lib/domain/schemes/scheme'
import { ruleKindLabels } from '@/lib/messages/scheme-rules'
import { Items, SelectCell, TextCell, useSet, useValue } from './editing'

/** What a rule of a kind begins with. */
const beginnings: Readonly<Record<IndicatorRule['kind'], IndicatorRule>> = {
  default: { kind: 'default' },
  steps: { kind: 'steps', from: '100', direction: 'above', per: '1', deduct: '0.5', outOf: '' },
  bands: { kind: 'bands', bands: [{ from: '', to: '', points: '' }], outOf: '' },
  intervals: { kind: 'intervals', intervals: [{ from: '', points: '' }], outOf: '' },
  qualitative: { kind: 'qualitative' },
  coefficient: { kind: 'coefficient' },
  yesNo: { kind: 'yesNo' },
  manual: { kind: 'manual' },
}

const outOfHint = '以上分数按这个分值列示，指标分值不同的按比例折算；不折算的留空。'

/** The rule at a path. `optional`: none may be chosen, so that the level above decides. */
export function RuleCells({ path, optional, label }: { path: string; optional?: boolean; label: string }) {
  const set = useSet()
  const rule = useValue(path) as IndicatorRule | undefined
  const id = `scheme-${path}/kind`
  return (
    <div className="flex flex-col gap-3">
      <Field id={id} label={label} className="max-w-md">
        <Select
          id={id}
          value={rule?.kind ?? ''}
          onChange={({ target }) => set(path, target.value === '' ? undefined : beginnings[target.value as IndicatorRule['kind']])}
        >
          {optional ? <option value="">不另行规定</option> : null}
          {Object.entries(ruleKindLabels).map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {rule === undefined ? null : <RuleParameters path={path} kind={rule.kind} />}
    </div>
  )
}

function RuleParameters({ path, kind }: { path: string; kind: IndicatorRule['kind'] }) {
  switch (kind) {
    case 'steps':
      return (
        <div className="grid gap-3 sm:grid-cols-5">
          <TextCell path={`${path}/from`} label="以…为界" numeric />
          <SelectCell path={`${path}/direction`} label="方向" options={{ above: '每高于', below: '每低于' }} />
          <TextCell path={`${path}/per`} label="每…" numeric />
          <TextCell path={`${path}/deduct`} label="扣几分" numeric />
          <TextCell path={`${path}/outOf`} label="按分值" hint={outOfHint} numeric />
        </div>
      )
    case 'bands':
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
    case 'intervals':
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
    default:
      return null
  }
}
