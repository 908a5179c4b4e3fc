'use client'
import { useState } from 'react'
import { useCell, useCellForm, useHasToSay } from '@/components/evaluation/cells/cell-form-context'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { goTo } from '@/components/ui/go-to'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { ColumnOf } from '@/lib/domain/cells/cells'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import type { ExplainedRule, ScoreExplanation } from '@/lib/domain/explanation/explained'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { hasBands } from '@/lib/domain/scoring/qualitative-bands'
import { bandRange } from '@/lib/messages/scheme-rules'

type Props = {
  at: (column: ColumnOf<'indicators'>) => AddressText
  explanation: ScoreExplanation | null
  indicator: Indicator | undefined
  bands: Scheme['qualitativeBands']
}

/** What a person gives where numbers do not decide, beside the 自评分, which has a cell of its own: the 档次 or 得分系数, and on what it rests. */
export function JudgedCells({ at, explanation, indicator, bands }: Props) {
  const wanted = {
    coefficient: useHasToSay([at('coefficient')]),
    score: useHasToSay([at('selfScore')]),
    grounds: useHasToSay([at('selfScoreGrounds')]),
  }
  const rule = explanation?.rule
  const coefficient = (rule?.kind === 'indicator' && rule.rule.kind === 'coefficient') || wanted.coefficient
  const score = (isByPerson(rule) && !coefficient) || wanted.score
  const banded = rule?.kind === 'indicator' && indicator !== undefined && hasBands(rule.rule, indicator.target.reading)
  return (
    <>
      {banded ? <BandChoice address={at('actual')} bands={bands} ranges={rule.bands.map(bandRange)} /> : null}
      {coefficient || score || wanted.grounds ? (
        <div className={classNames('grid items-start gap-4', coefficient && 'sm:grid-cols-[10rem_1fr]')}>
          {coefficient ? <CellInput address={at('coefficient')} label="得分系数" input={{ kind: 'figure' }} placeholder="如 85%" /> : null}
          <CellInput
            address={at('selfScoreGrounds')}
            label="自评依据"
            input={{ kind: 'text', rows: 2 }}
            {...(coefficient ? { hint: '填写得分系数须写明依据；不填得分系数的，按完成比例计分。' } : {})}
          />
        </div>
      ) : null}
    </>
  )
}

/** Whether a person's score is wanted or given, because numbers do not decide. */
const isByPerson = (rule: ExplainedRule | undefined): boolean =>
  rule?.kind === 'adjustment' || (rule?.kind === 'indicator' && (rule.basis === 'given' || rule.basis === 'notGiven'))

/** The scheme's 定性档次 as choices for 实际完成值, each with its points; anything else may be typed. */
function BandChoice({ address, bands, ranges }: { address: string; bands: Scheme['qualitativeBands']; ranges: readonly string[] }) {
  const { store, readOnly, announce } = useCellForm()
  const { text } = useCell(address)
  // What a choice took the place of, until something else is typed.
  const [replaced, setReplaced] = useState({ by: '', text: '' })
  if (readOnly) return null
  const before = text === replaced.by ? replaced.text : ''
  const choose = (label: string) => {
    const typed = bands.some((band) => band.label === text) ? before : text
    setReplaced({ by: label, text: typed })
    store.edit(address, label)
    if (typed !== '') announce(`实际完成值已改为“${label}”，可以恢复为“${typed}”`)
  }
  const restore = () => {
    store.edit(address, before)
    announce(`实际完成值已恢复为“${before}”`)
    goTo(address)
  }
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">实际完成值所属档次</legend>
      <div className="mt-1 flex flex-wrap gap-2">
        {bands.map(({ label }, index) => {
          const chosen = text === label
          return (
            <button
              key={label}
              type="button"
              aria-pressed={chosen}
              className="min-h-10 rounded border border-line-strong bg-surface px-3 py-1.5 text-left text-sm hover:bg-sunken aria-pressed:border-action aria-pressed:bg-action-soft aria-pressed:text-action"
              onClick={() => choose(label)}
            >
              <span className="font-medium">{label}</span>
              {ranges[index] === undefined ? null : <span className="ml-2 text-muted tabular-nums">{ranges[index]}</span>}
            </button>
          )
        })}
      </div>
      {before === '' ? null : (
        <Button variant="quiet" className="-ml-2 max-w-full text-left whitespace-normal" onClick={restore}>
          <span className="line-clamp-2">恢复为“{before}”</span>
        </Button>
      )}
    </fieldset>
  )
}
