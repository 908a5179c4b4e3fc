'use client'
import { useRef, useState } from 'react'
import { open } from '@/app/rounds/actions'
import { DeadlineFields } from '@/components/administration/deadline-fields'
import { DepartmentsPicker } from '@/components/administration/departments-picker'
import type { TreeBeginning } from '@/components/administration/tree-node'
import { CheckboxField, fieldId, TextField, useAnswers } from '@/components/forms/form-fields'
import { FormFrame } from '@/components/forms/form-frame'
import { useSending } from '@/components/forms/sending'
import { Field, fieldProps, Select } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { ReviewNode } from '@/lib/domain/review/review'
import type { openRoundForm } from '@/lib/forms/administration/rounds'
import { dayAfter } from '@/lib/forms/day'
import { fieldsOf } from '@/lib/forms/state/fields'
import { type FormState, typedValue } from '@/lib/forms/state/form-state'
import { UNVERIFIED_MARK } from '@/lib/messages/labels'
import { schemeChoice } from '@/lib/messages/scheme-name'

const openRoundField = fieldsOf<typeof openRoundForm>()

const nameOf = (year: string): string => `${year}年度部门整体支出绩效自评`

type SchemeOption = {
  id: string
  version: number
  name: string
  region: string
  verified: boolean
  nodes: readonly ReviewNode[]
  deadlines: Readonly<Partial<Record<ReviewNode, number>>>
}

/** `today` as `2024-05-31`: the day on which the round opens. */
type Props = { schemes: readonly SchemeOption[]; tree: TreeBeginning; year: number; today: string }

export function OpenRoundForm({ schemes, tree, year, today }: Props) {
  const sending = useSending(open)
  const { state } = sending
  const answers = useAnswers(state)
  const [schemeId, setSchemeId] = useState('')
  const scheme = schemes.find(({ id }) => id === schemeId)
  const common = { form: 'round', state }
  const field = fieldId('round', 'schemeVersionId')
  // The name says the year, until somebody calls the round something else.
  const named = useRef(nameOf(`${year}`))
  const follow = (typed: string) => {
    const box = document.getElementById(fieldId('round', openRoundField('name')))
    if (!(box instanceof HTMLInputElement) || box.value !== named.current) return
    named.current = nameOf(typed)
    box.value = named.current
  }
  return (
    <FormFrame name="round" sending={sending} submit="开启任务">
      <div className="grid max-w-4xl gap-4 sm:grid-cols-[8rem_1fr]">
        <TextField
          {...common}
          name={openRoundField('year')}
          label="年度"
          inputMode="numeric"
          maxLength={4}
          initial={String(year)}
          onChange={(event) => follow(event.target.value)}
          required
        />
        <TextField {...common} name={openRoundField('name')} label="任务名称" maxLength={100} initial={nameOf(`${year}`)} required />
      </div>
      <Field id={field} label="评价方案" required error={state.fields.schemeVersionId} className="max-w-2xl">
        <Select
          key={answers}
          {...fieldProps(field, null, state.fields.schemeVersionId)}
          name={openRoundField('schemeVersionId')}
          defaultValue={schemeId}
          onChange={(event) => setSchemeId(event.target.value)}
          aria-required
        >
          <option value="">请选择</option>
          {schemes.map((scheme) => (
            <option key={scheme.id} value={scheme.id}>
              {schemeChoice(scheme)}
            </option>
          ))}
        </Select>
      </Field>
      {scheme && !scheme.verified ? (
        <Notice tone="warning" title={`该方案标为“${UNVERIFIED_MARK}”`}>
          尚未与原文件逐条核对，用于正式工作前请先核对或复制后修订。
        </Notice>
      ) : null}
      {scheme ? <SchemeDeadlines key={scheme.id} scheme={scheme} state={state} today={today} /> : null}
      <DepartmentsPicker
        {...common}
        label="部门"
        hint="可逐个选择，也可按“本级及下级”成批选择；行政区只能单独选择，已撤销的部门不能选择。有下属单位的部门默认评价本级，勾选“汇总下属单位”则评价汇总数。以后可以补充部门。"
        tree={tree}
      />
      <CheckboxField
        {...common}
        name={openRoundField('carry')}
        label="沿用上年：职能、绩效目标、任务、指标、文字、措施和封面取自各部门上一年度自评表，由填报人核对确认"
      />
    </FormFrame>
  )
}

/** The scheme's days counted from today, to be changed as one likes. What was typed under another scheme is not carried over. */
function SchemeDeadlines({ scheme, state, today }: { scheme: SchemeOption; state: FormState; today: string }) {
  const { id, nodes, deadlines } = scheme
  const initial = Object.fromEntries(
    nodes.flatMap((node) => (deadlines[node] === undefined ? [] : [[node, dayAfter(today, deadlines[node])]])),
  )
  const answered = typedValue(state, 'schemeVersionId') === id ? state : { ...state, typed: {} }
  return <DeadlineFields form="round" state={answered} nodes={nodes} initial={initial} days={deadlines} />
}
