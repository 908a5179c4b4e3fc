'use client'
import { useId, useMemo } from 'react'
import { useRemembered } from '@/components/forms/remembered'
import { Radio } from '@/components/ui/field'
import type { Yuan } from '@/lib/domain/quantities'
import type { MoneyUnit } from '@/lib/domain/reading/number-reading'
import { type MoneyTexts, moneyTexts } from '@/lib/forms/saving/money-texts'
import { wan, yuan } from '@/lib/messages/numbers'

const UNITS = ['万元', '元'] as const satisfies MoneyUnit[]

const useMoneyUnit = (): [MoneyUnit, (unit: MoneyUnit) => void] => {
  const [chosen, choose] = useRemembered('money-unit')
  return [chosen === '元' ? '元' : '万元', choose]
}

/** How the person wants amounts shown and typed. */
export function useMoneyTexts(): MoneyTexts {
  const [unit] = useMoneyUnit()
  return useMemo(() => moneyTexts(unit), [unit])
}

/** How an amount is said in the unit that the person chose. */
export const useSayMoney = (): ((amount: Yuan) => string) => (useMoneyUnit()[0] === '元' ? yuan : wan)

/** 元 or 万元, for all forms of this person in this browser. What is kept stays the same. */
export function MoneyUnitChoice() {
  const [unit, choose] = useMoneyUnit()
  const name = useId()
  return (
    <fieldset data-asks="" className="mb-3 flex flex-wrap items-center gap-x-4 text-sm">
      <legend className="float-left mr-4 text-muted">金额单位</legend>
      {UNITS.map((one) => (
        <Radio key={one} name={name} label={one} className="pt-1.5" checked={unit === one} onChange={() => choose(one)} />
      ))}
    </fieldset>
  )
}
