'use client'
import { createContext, type ReactNode, useContext } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, FieldError, fieldProps, Select, TextArea, TextInput } from '@/components/ui/field'
import type { SchemeDraft, SchemePath } from '@/lib/forms/administration/scheme-form'

/** The draft being edited, how to change it, and what was refused, by path (`dimensions/0/maxScore`). */
export type Editing = { draft: SchemeDraft; set: (path: SchemePath, value: unknown) => void; errors: Readonly<Record<string, string>> }

const EditingContext = createContext<Editing | null>(null)
export const EditingProvider = EditingContext.Provider

function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (editing === null) throw new Error('outside the scheme editor')
  return editing
}

/** Ids are those that the form's error summary jumps to. */
const idOf = (path: string): string => `scheme-${path}`

/** What stands at a path of the draft. */
function valueAt(value: unknown, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined), value)
}

/** A copy of the draft with another value at the path; nothing else is copied deeper than it must be. */
export function withValue<T>(value: T, path: string, next: unknown): T {
  const [step = '', ...rest] = path.split('/')
  const inner = rest.length === 0 ? next : withValue(valueAt(value, step), rest.join('/'), next)
  if (Array.isArray(value)) return value.map((item, index) => (`${index}` === step ? inner : item)) as T
  return { ...value, [step]: inner }
}

export function useValue(path: SchemePath): unknown {
  return valueAt(useEditing().draft, path)
}

export const useDraft = (): SchemeDraft => useEditing().draft

export const useSet = (): Editing['set'] => useEditing().set

type Cell = { path: SchemePath; label: ReactNode; hint?: ReactNode; className?: string }

/** A text or number of the scheme; null is shown as an empty text. */
export function TextCell({ path, label, hint, className, lines, numeric }: Cell & { lines?: number; numeric?: boolean }) {
  const { draft, set, errors } = useEditing()
  const value = valueAt(draft, path)
  const id = idOf(path)
  const input = {
    ...fieldProps(id, hint, errors[path]),
    value: typeof value === 'string' ? value : '',
    onChange: (event: { target: { value: string } }) => set(path, event.target.value),
  }
  return (
    <Field id={id} label={label} hint={hint} error={errors[path]} className={className ?? ''}>
      {lines === undefined ? (
        <TextInput {...input} {...(numeric ? { inputMode: 'decimal' as const } : {})} />
      ) : (
        <TextArea {...input} rows={lines} />
      )}
    </Field>
  )
}

/** A list of texts, one a line. */
export function LinesCell({ path, label, hint, className }: Cell) {
  const { draft, set, errors } = useEditing()
  const value = valueAt(draft, path)
  const id = idOf(path)
  return (
    <Field id={id} label={label} hint={hint} error={errors[path]} className={className ?? ''}>
      <TextArea
        {...fieldProps(id, hint, errors[path])}
        rows={3}
        value={Array.isArray(value) ? value.join('\n') : ''}
        onChange={({ target }) => set(path, target.value === '' ? [] : target.value.split('\n'))}
      />
    </Field>
  )
}

/** A choice; `numbers` where the scheme keeps a number instead of a text. */
export function SelectCell({
  path,
  label,
  hint,
  className,
  options,
  numbers,
}: Cell & { options: Readonly<Record<string, string>>; numbers?: boolean }) {
  const { draft, set, errors } = useEditing()
  const id = idOf(path)
  return (
    <Field id={id} label={label} hint={hint} error={errors[path]} className={className ?? ''}>
      <Select
        {...fieldProps(id, hint, errors[path])}
        value={`${valueAt(draft, path) ?? ''}`}
        onChange={({ target }) => set(path, numbers ? Number(target.value) : target.value)}
      >
        {Object.entries(options).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** A yes or no. `whenAbsent` is what the scheme means where it says nothing. */
export function CheckCell({ path, label, whenAbsent = false }: { path: SchemePath; label: ReactNode; whenAbsent?: boolean }) {
  const { draft, set, errors } = useEditing()
  const id = idOf(path)
  return (
    <div>
      <Checkbox
        id={id}
        label={label}
        checked={(valueAt(draft, path) ?? whenAbsent) === true}
        aria-describedby={errors[path] === undefined ? undefined : `${id}-error`}
        onChange={({ target }) => set(path, target.checked)}
      />
      <FieldError id={id} error={errors[path]} />
    </div>
  )
}

/** One of the values of a list of texts, as a yes or no. */
export function MemberCell({ path, value, label }: { path: SchemePath; value: string; label: ReactNode }) {
  const { draft, set, errors } = useEditing()
  const found = valueAt(draft, path)
  const list: readonly unknown[] = Array.isArray(found) ? found : []
  const at = `${path}/${list.indexOf(value)}`
  return (
    // Where it stands in the list is where it is refused; whether it stands there or not, it is called by its value
    <div id={list.includes(value) ? idOf(at) : undefined} tabIndex={-1}>
      <Checkbox
        id={idOf(`${path}/${value}`)}
        label={label}
        checked={list.includes(value)}
        onChange={({ target }) => set(path, target.checked ? [...list, value] : list.filter((other) => other !== value))}
      />
      <FieldError id={idOf(at)} error={errors[at]} />
    </div>
  )
}

/** What was refused about a whole list, such as its sum; takes the focus when the summary jumps to it. */
function ListError({ path }: { path: SchemePath }) {
  const error = useEditing().errors[path]
  return error === undefined ? null : (
    <div id={idOf(path)} tabIndex={-1}>
      <FieldError id={idOf(path)} error={error} />
    </div>
  )
}

/** The items of a list, each drawn by `children` from its path, with buttons to take one out or add another. */
export function Items<Path extends SchemePath>(props: {
  path: Path
  itemName: string
  add: unknown
  most?: number
  children: (path: `${Path}/${number}`, position: number) => ReactNode
}) {
  const { path, itemName, add, most = 200, children } = props
  const { draft, set } = useEditing()
  const found = valueAt(draft, path)
  const list: unknown[] = Array.isArray(found) ? found : []
  const places = list.map((_, index) => ({ path: `${path}/${index}` as const, index }))
  return (
    <div className="flex flex-col gap-3">
      <ListError path={path} />
      {places.map((place) => (
        <div key={place.path} className="flex flex-wrap items-end gap-3 rounded border border-line p-3">
          <div className="min-w-0 flex-1">{children(place.path, place.index + 1)}</div>
          <Button
            variant="quiet"
            aria-label={`删除第 ${place.index + 1} 项${itemName}`}
            onClick={() =>
              set(
                path,
                list.filter((_, index) => index !== place.index),
              )
            }
          >
            删除
          </Button>
        </div>
      ))}
      {list.length < most ? (
        <div>
          <Button onClick={() => set(path, [...list, add])}>{`增加${itemName}`}</Button>
        </div>
      ) : null}
    </div>
  )
}
