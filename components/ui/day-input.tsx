'use client'
import type { ComponentProps } from 'react'
import { chineseDay } from '@/lib/domain/reading/calendar'
import { readDay } from '@/lib/domain/reading/day-reading'
import { TextInput } from './field'

/** A day as it is read: 2024年5月31日 where the text is one in any spelling, else the text as it stands. */
const asRead = (text: string): string => chineseDay(readDay(text) ?? '') || text

/**
 * A day, typed in any usual spelling (20240531, 2024-5-31, 2024年5月31日) and shown as 2024年5月31日 whatever the browser's
 * language. It is sent as it stands; whoever takes it reads it by `readDay`.
 */
export function DayInput({
  defaultValue,
  onBlur,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'defaultValue'> & { defaultValue: string }) {
  return (
    <TextInput
      placeholder="如 2024年5月31日"
      autoComplete="off"
      {...rest}
      defaultValue={asRead(defaultValue)}
      onBlur={(event) => {
        event.target.value = asRead(event.target.value)
        onBlur?.(event)
      }}
    />
  )
}
