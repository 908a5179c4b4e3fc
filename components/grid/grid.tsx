'use client'
import {
  type ClipboardEvent,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { classNames } from '@/components/ui/class-names'
import { useSame } from '@/components/ui/use-same'
import { blockOf } from '@/lib/grid/clipboard'
import { commandOf } from '@/lib/grid/keys'
import { selected } from '@/lib/grid/selection'
import { focusCell, inDetail, insertLine, leftsOf, placeOf, tracks } from './grid-places'
import { TRACKS } from './grid-row'
import { bundlesOf, GridRows } from './grid-rows'
import { type GridColumn, type GridRow, type GridSource, isNumeric, ROW_HEAD } from './grid-source'
import { PastePreview } from './paste-preview'
import { useGrid } from './use-grid'
import { useHiddenCells } from './use-hidden-cells'

type Props = {
  label: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  source: GridSource
  /** What belongs to a row: has to stay the same function. */
  detail: (row: string) => ReactNode
  readOnly: boolean
  /** Where the head stays in view on a page that scrolls. */
  headTop?: string
  /** The focus has left the grid. */
  onLeave?: () => void
}

const NONE: readonly string[] = []

/** A table that is filled in as a spreadsheet is: one stop of the Tab key, keys and clipboard as in WPS and Excel. */
export function Grid({ label, columns, rows, source, detail, readOnly, headTop = '0px', onLeave }: Props) {
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({})
  const [focused, setFocused] = useState(false)
  const root = useRef<HTMLTableElement>(null)
  const keys = useId()
  const toggle = useCallback((row: string) => {
    const open =
      root.current?.querySelector(`[data-grid-row="${CSS.escape(row)}"] [data-cell="${ROW_HEAD}"]`)?.getAttribute('aria-expanded') ===
      'true'
    setToggled((all) => ({ ...all, [row]: !open }))
  }, [])
  const ids = useSame(rows.map(({ id }) => id))
  const grid = useGrid(source, columns, ids, toggle)
  const { selection, mode, shape } = grid
  useHiddenCells(ids, source.rowOf, setToggled)
  const chosen = selected(selection, shape)
  const [firstColumn, lastColumn] = [chosen.columns[0] ?? '', chosen.columns.at(-1) ?? ''].map((key) => shape.columns.indexOf(key))
  const several = chosen.rows.length > 1 || chosen.columns.length > 1
  const lefts = useMemo(() => leftsOf(columns), [columns])
  const bundles = useMemo(() => bundlesOf(rows), [rows])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (inDetail(event.target)) {
      if (event.key === 'Escape') focusCell(root.current, selection.at)
      return
    }
    const { nativeEvent } = event
    const composing = nativeEvent.isComposing || nativeEvent.keyCode === 229
    const { key, shiftKey: shift, altKey: alt } = event
    if (key === ' ' && (selection.at.column === ROW_HEAD || source.peek(selection.at.row, selection.at.column).locked)) {
      event.preventDefault()
      toggle(selection.at.row)
      return
    }
    const command = commandOf({ key, shift, alt, ctrl: event.ctrlKey || event.metaKey, composing }, mode)
    if (command === null) return
    if (command.kind === 'newLine') return insertLine(event)
    if (!grid.run(command)) return
    event.preventDefault()
  }

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (inDetail(event.target)) return
    setFocused(true)
    const place = placeOf(event.target)
    if (place === null) return
    // Whoever is brought here, as after undoing, is where they type.
    if (place.row === selection.at.row && place.column === selection.at.column) return focusCell(root.current, place)
    const { relatedTarget } = event
    if (mode === 'editing') grid.finish()
    grid.select(place)
    grid.setMode(relatedTarget !== null && root.current?.contains(relatedTarget) && !inDetail(relatedTarget) ? 'moving' : 'passing')
  }

  const onBlur = () => {
    // Between two cells the focus is nowhere for a moment.
    setTimeout(() => {
      const now = document.activeElement
      if (root.current?.contains(now) && !inDetail(now)) return
      setFocused(false)
      grid.leave()
      if (!root.current?.contains(now)) onLeave?.()
    })
  }

  const onMouseDown = (event: MouseEvent<HTMLElement>) => {
    const place = event.button === 0 && !inDetail(event.target) ? placeOf(event.target) : null
    if (place === null) return
    const same = place.row === selection.at.row && place.column === selection.at.column
    if (same && mode === 'editing') return
    const choice = event.target instanceof HTMLSelectElement
    if (!choice) event.preventDefault()
    if (mode === 'editing') grid.finish()
    if (!choice) focusCell(root.current, place)
    grid.select(place, event.shiftKey ? selection.from : place)
    setFocused(true)
    if (same && matchMedia('(pointer: coarse)').matches) grid.run({ kind: 'edit' })
    else grid.setMode('moving')
  }

  const onMouseOver = (event: MouseEvent<HTMLElement>) => {
    const place = event.buttons === 1 && mode === 'moving' && focused ? placeOf(event.target) : null
    if (place !== null && place.column !== ROW_HEAD) grid.select(place, selection.from)
  }

  const onCopy = (event: ClipboardEvent<HTMLElement>, cut: boolean) => {
    if (mode === 'editing' || inDetail(event.target)) return
    event.preventDefault()
    for (const [type, text] of Object.entries(grid.copied())) event.clipboardData.setData(type, text)
    if (cut) grid.fill(() => '')
    source.announce(cut ? '已剪切' : '已复制')
  }

  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    if (mode === 'editing' || readOnly || inDetail(event.target)) return
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    const block = blockOf({ html: event.clipboardData.getData('text/html'), text })
    const taken = source.takes?.(text, selection.at.row) ?? null
    if (taken === null) grid.pasteBlock(block)
    else void taken.then((wasMore) => wasMore || grid.pasteBlock(block))
  }

  return (
    <div className="@container isolate rounded border-line bg-surface max-sm:bg-transparent sm:border sm:tight:max-h-[calc(100dvh-9rem)] sm:tight:overflow-auto">
      <table
        ref={root}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is filled in is a grid
        role="grid"
        aria-label={label}
        aria-describedby={keys}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        {...(readOnly ? { 'aria-readonly': true } : {})}
        style={tracks(columns)}
        className="block text-sm"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={onBlur}
        onMouseDown={onMouseDown}
        onMouseOver={onMouseOver}
        onDoubleClick={(event) => {
          if (placeOf(event.target) !== null && !inDetail(event.target)) grid.run({ kind: 'edit' })
        }}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, !readOnly)}
        onPaste={onPaste}
      >
        <thead
          style={{ '--head-top': headTop } as CSSProperties}
          className="sticky top-0 z-10 block border-b border-line bg-sunken max-sm:hidden roomy:top-(--head-top)"
        >
          <tr className={TRACKS}>
            <th scope="col" aria-colindex={1} className="border-r border-line bg-sunken sm:tight:sticky sm:tight:left-0">
              <span className="sr-only">序号</span>
            </th>
            {columns.map((column, index) => (
              <th
                key={column.key}
                scope="col"
                aria-colindex={index + 2}
                style={lefts[column.key] === undefined ? undefined : ({ '--left': lefts[column.key] } as CSSProperties)}
                className={classNames(
                  'border-r border-line bg-sunken px-2 py-2 font-medium',
                  isNumeric(column) ? 'text-right' : 'text-left',
                  lefts[column.key] !== undefined && 'sm:tight:sticky sm:tight:left-(--left)',
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {bundles.map((bundle) => {
          const here = bundle.rows.some(({ id }) => id === selection.at.row)
          const touched = several && bundle.rows.some(({ id }) => chosen.rows.includes(id))
          return (
            <GridRows
              key={bundle.first}
              bundle={bundle}
              source={source}
              columns={columns}
              lefts={lefts}
              chosen={touched ? chosen.rows : NONE}
              from={touched ? (firstColumn ?? -1) : -1}
              to={touched ? (lastColumn ?? -1) : -1}
              at={here ? selection.at : null}
              mode={here ? mode : 'passing'}
              focused={here && focused}
              toggled={toggled}
              toggle={toggle}
              type={grid.type}
              detail={detail}
            />
          )
        })}
      </table>
      <p id={keys} className="sr-only">
        方向键移动，直接输入即替换，F2 修改，Esc 取消。按 Esc 后再按 Tab 离开表格。Shift+F2 展开或收起该行明细，F8 转到下一处有误， Ctrl+↓
        转到下一处未填，Ctrl+Z 撤销。
        {source.addRow === null ? '' : 'Alt+↑、Alt+↓ 移动行，Ctrl+加号插入行，Ctrl+减号删除行。'}
        {source.sumOf === undefined ? '' : 'Alt+= 填入分项合计。'}
      </p>
      {grid.asked === null ? null : (
        <PastePreview
          plan={grid.asked.plan}
          nameOf={(column) => columns.find(({ key }) => key === column)?.label ?? ''}
          rowOf={(row) => (typeof row === 'string' ? ids.indexOf(row) + 1 : ids.length + row + 1)}
          onPaste={(agreed) => grid.asked !== null && grid.paste(grid.asked.plan, grid.asked.at, agreed)}
          onCancel={() => grid.setAsked(null)}
        />
      )}
    </div>
  )
}
