'use client'
import { useEffect, useRef, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Header, ListBox, ListBoxItem, ListBoxSection, type Selection } from 'react-aria-components/ListBox'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { INDICATORS } from '@/components/evaluation/indicators/use-indicator-rows'
import { KEPT } from '@/components/forms/drafts/fields'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/field'
import { columnIn } from '@/lib/domain/cells/addresses'
import type { LibraryAnswer, OfferedIndicator } from '@/lib/forms/library'
import { newRowId } from '@/lib/forms/saving/new-rows'
import { useLibrary } from './use-library'

/**
 * 指标库: found by typing (Chinese, pinyin, initials), chosen by Space or a click, any number at once, and taken into the form as new rows in
 * one step. What the form has already by name cannot be chosen. Shown in the browser's own modal dialog; Esc leaves.
 */
export function LibraryDialog({ after, onClose }: { after: string | null; onClose: () => void }) {
  const { store, announce } = useCellForm()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<ReadonlyMap<string, OfferedIndicator>>(new Map())
  const { answer, failed } = useLibrary<LibraryAnswer>({ search: typed.trim() })
  useEffect(() => dialog.current?.showModal(), [])
  const taken = new Set(
    Object.entries(store.texts()).flatMap(([address, text]) => (columnIn('indicators', address) === 'name' ? [text.trim()] : [])),
  )
  const offered = [...(answer?.own ?? []), ...(answer?.entries ?? [])]
  const choose = (selection: Selection) => {
    const keys = new Set(selection === 'all' ? offered.map(({ key }) => key) : selection)
    // What was chosen among earlier finds stays chosen
    const others = [...chosen].filter(([key]) => !offered.some((one) => one.key === key))
    setChosen(new Map([...others, ...offered.flatMap((one) => (keys.has(one.key) ? [[one.key, one] as const] : []))]))
  }
  const take = () => {
    let behind = after
    const rows = [...chosen.values()].map(({ libraryId, dimension, group, name, unit, target }) => {
      const row = {
        ...INDICATORS,
        id: newRowId(),
        ...(behind === null ? {} : { after: behind }),
        ...(libraryId === null ? {} : { libraryId }),
      }
      behind = row.id
      return { row, texts: { dimension, group, name, unit, target } }
    })
    store.addRows(rows)
    announce(`已添加 ${rows.length} 项指标`)
    dialog.current?.close()
  }
  return (
    <dialog
      ref={dialog}
      aria-label="指标库"
      data-asks=""
      onClose={onClose}
      className="m-auto w-[min(94vw,48rem)] rounded border border-line bg-surface p-5 text-left text-ink backdrop:bg-black/40"
    >
      <h2 className="text-lg font-semibold">指标库</h2>
      <label htmlFor="library-search" className="my-2 block text-sm text-muted">
        按名称、领域查找，可用拼音或首字母；按 ↓ 进入列表，空格选择
      </label>
      <TextInput
        {...{ [KEPT]: '' }}
        id="library-search"
        type="search"
        autoComplete="off"
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          // The form around this dialog is not sent by it
          if (event.key === 'Enter') event.preventDefault()
          // Where characters are composed the arrow goes through what the input method offers
          if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
          event.preventDefault()
          dialog.current?.querySelector<HTMLElement>('[role="option"]:not([aria-disabled="true"])')?.focus()
        }}
      />
      <p role="status" className="mt-1 text-sm text-muted">
        {failed
          ? '未能载入，请检查网络或重新登录后再试。'
          : answer === null
            ? '正在查找…'
            : `找到 ${offered.length} 项，已选 ${chosen.size} 项`}
      </p>
      {offered.length === 0 ? (
        answer !== null && <p className="mt-2 px-3 py-2 text-sm text-muted">没有找到相符的指标。</p>
      ) : (
        <I18nProvider locale="zh-CN">
          <ListBox
            aria-label="可选指标"
            selectionMode="multiple"
            selectedKeys={[...chosen.keys()]}
            disabledKeys={offered.filter(({ name }) => taken.has(name.trim())).map(({ key }) => key)}
            onSelectionChange={choose}
            className="mt-2 max-h-[50vh] overflow-auto rounded border border-line p-1 outline-none"
          >
            <Part title="本部门历年指标" offered={answer?.own ?? []} taken={taken} />
            <Part title="指标库" offered={answer?.entries ?? []} taken={taken} />
          </ListBox>
        </I18nProvider>
      )}
      <div className="mt-4 flex justify-end gap-3">
        <Button onClick={() => dialog.current?.close()}>取消</Button>
        <Button variant="primary" inactive={chosen.size === 0} onClick={take}>
          {`添加 ${chosen.size} 项`}
        </Button>
      </div>
    </dialog>
  )
}

function Part({ title, offered, taken }: { title: string; offered: readonly OfferedIndicator[]; taken: ReadonlySet<string> }) {
  if (offered.length === 0) return null
  return (
    <ListBoxSection id={title}>
      <Header className="px-3 py-1 text-xs font-medium text-muted">{title}</Header>
      {offered.map((one) => (
        <ListBoxItem
          key={one.key}
          id={one.key}
          textValue={one.name}
          className="cursor-default rounded border-l-4 border-transparent px-3 py-1.5 text-sm outline-none data-disabled:text-muted data-focused:bg-action-soft data-selected:border-action"
        >
          {({ isSelected }) => (
            <>
              <span className="block font-medium">
                {isSelected ? '✓ ' : ''}
                {one.name} {one.target}
                {taken.has(one.name.trim()) ? '（已在表中）' : ''}
              </span>
              <span className="block text-xs text-muted">
                {[one.from, [one.dimension, one.group].filter((part) => part !== '').join('／'), ...one.remarks]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
              {one.peers.length === 0 ? null : (
                <span className="block text-xs text-muted">{`同类部门指标值：${one.peers.slice(0, 6).join('、')}`}</span>
              )}
            </>
          )}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  )
}
