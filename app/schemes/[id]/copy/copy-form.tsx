'use client'
import { useState } from 'react'
import { copy } from '@/app/schemes/actions'
import { TextField } from '@/components/forms/form-fields'
import { FormFrame } from '@/components/forms/form-frame'
import { useSending } from '@/components/forms/sending'
import { Radio } from '@/components/ui/field'
import type { copySchemeForm } from '@/lib/forms/administration/scheme-form'
import { fieldsOf } from '@/lib/forms/state/fields'

const copySchemeField = fieldsOf<typeof copySchemeForm>()

const choices = [
  { value: 'version', label: '作为本方案的新版本', hint: '规则调整后继续用于原来的地区。' },
  { value: 'scheme', label: '作为新方案', hint: '另起名称和编号，用于其他地区或类型。' },
] as const

export function CopyForm({ fromId, schemeId, name }: { fromId: string; schemeId: string; name: string }) {
  const sending = useSending(copy)
  const { state } = sending
  const [as, setAs] = useState<(typeof choices)[number]['value']>('version')
  const common = { form: 'copy', state }
  return (
    <FormFrame name="copy" sending={sending} submit="复制并修改" className="max-w-xl">
      <input type="hidden" name={copySchemeField('fromId')} value={fromId} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">复制方式</legend>
        {choices.map(({ value, label, hint }) => (
          <Radio
            key={value}
            name={copySchemeField('as')}
            value={value}
            checked={as === value}
            onChange={() => setAs(value)}
            label={
              <>
                {label}
                <span className="block text-muted">{hint}</span>
              </>
            }
          />
        ))}
      </fieldset>
      {as === 'scheme' ? (
        <>
          <TextField {...common} name={copySchemeField('name')} label="方案名称" initial={`${name}（副本）`} maxLength={200} required />
          <TextField
            {...common}
            name={copySchemeField('id')}
            label="方案编号"
            hint="小写字母、数字和连字符，建立后不能修改。"
            initial={`${schemeId}-copy`}
            maxLength={60}
            required
          />
        </>
      ) : null}
    </FormFrame>
  )
}
