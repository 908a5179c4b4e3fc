'use client'
import { ComboBox as AriaComboBox, Button, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { inputLook } from './field'

export type ComboOption = { id: string; name: string; detail: string; disabled: boolean }

/**
 * One of many, found by typing: arrow keys walk through what was found, Enter takes it. What is found is for the caller to
 * say, by `onType`. It brings 61 kB of scripts along: load it by `dynamic`, after the page.
 */
export function ComboBox(props: {
  id: string
  label: string
  describedBy?: string | undefined
  invalid: boolean
  text: string
  onType: (text: string) => void
  onFocusChange: (focused: boolean) => void
  options: readonly ComboOption[]
  chosen: string | null
  onChoose: (id: string | null) => void
  empty: string
}) {
  const { id, label, describedBy, invalid, text, onType, onFocusChange, options, chosen, onChoose, empty } = props
  return (
    <I18nProvider locale="zh-CN">
      <AriaComboBox
        id={id}
        aria-label={label}
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
        isInvalid={invalid}
        items={options}
        disabledKeys={options.filter(({ disabled }) => disabled).map((option) => option.id)}
        inputValue={text}
        onInputChange={onType}
        onFocusChange={onFocusChange}
        value={chosen}
        onChange={(key) => onChoose(key === null ? null : String(key))}
        allowsEmptyCollection
        className="relative max-w-xl"
      >
        {/* Of no form: what is chosen is sent by whoever shows this, and is not emptied when the form is */}
        <Input form="" className={`${inputLook} min-h-10 pr-10`} autoComplete="off" maxLength={60} />
        <Button className="absolute inset-y-0 right-0 inline-flex w-10 items-center justify-center text-muted">
          <span aria-hidden="true">▾</span>
        </Button>
        <Popover className="w-(--trigger-width) rounded border border-line-strong bg-surface shadow-lg">
          <ListBox<ComboOption>
            className="max-h-80 overflow-auto p-1 outline-none"
            renderEmptyState={() => <p className="px-3 py-2 text-sm text-muted">{empty}</p>}
          >
            {({ id, name, detail }) => (
              <ListBoxItem
                id={id}
                textValue={name}
                className="cursor-default rounded px-3 py-1.5 text-sm text-ink outline-none data-disabled:text-muted data-focused:bg-action-soft data-selected:font-medium"
              >
                {/* Plain text: an option is called by all that is seen of it. */}
                <span className="block">{name}</span>
                {detail === '' ? null : <span className="block text-xs text-muted">{detail}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </I18nProvider>
  )
}
