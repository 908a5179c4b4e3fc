'use client'
import { type ReactNode, useRef } from 'react'
import { Collection } from 'react-aria-components/Collection'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Tree as AriaTree, Button, Checkbox, TreeItem, TreeItemContent, TreeLoadMoreItem } from 'react-aria-components/Tree'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'

import { useKeptFocus } from './kept-focus'

export type Branch<Node> = { nodes: readonly Node[]; more: boolean }

type Choosing = {
  chosen: readonly string[]
  /** Rows that cannot be chosen. */
  fixed: readonly string[]
  onChoose: (id: string, on: boolean) => void
}

type Props<Node> = {
  label: string
  tops: readonly Node[]
  /** What is known of the level below a node, by its id. */
  levels: Readonly<Record<string, Branch<Node>>>
  open: ReadonlySet<string>
  onOpenChange: (open: ReadonlySet<string>) => void
  /** The end of a level that goes on came into sight. */
  onMore: (node: Node) => void
  row: (node: Node) => ReactNode
  /** Present where rows are ticked. */
  choosing?: Choosing | undefined
}

/**
 * A tree of any size: only the rows in sight are in the page. One stop for the Tab key; the arrow keys walk, open and close,
 * letters jump, and → leads into what a row holds. It brings 56 kB of scripts along: load it by `dynamic`, after the page.
 */
export function Tree<Node extends { id: string; name: string; children: number }>(props: Props<Node>) {
  const { label, tops, levels, open, onOpenChange, onMore, row, choosing } = props
  const rows = useRef<HTMLDivElement>(null)
  useKeptFocus(rows)

  const branch = (node: Node) => {
    const level = levels[node.id]
    return (
      <TreeItem id={node.id} textValue={node.name} hasChildItems={node.children > 0} className={rowLook}>
        <TreeItemContent>
          {({ hasChildItems, isExpanded }) => (
            <div className="flex min-h-10 items-center gap-x-2 pl-[calc((var(--tree-item-level)-1)*1.25rem)]">
              {hasChildItems ? (
                <Button
                  slot="chevron"
                  className="inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-sunken"
                >
                  <span aria-hidden="true" className={isExpanded ? 'rotate-90' : ''}>
                    ▸
                  </span>
                </Button>
              ) : (
                <span className="size-7 shrink-0" />
              )}
              {choosing ? <RowCheckbox name={node.name} /> : null}
              <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 py-1">{row(node)}</div>
            </div>
          )}
        </TreeItemContent>
        <Collection items={level?.nodes ?? []} dependencies={[levels, row, choosing]}>
          {branch}
        </Collection>
        {node.children > 0 && (level === undefined || level.more) ? (
          <TreeLoadMoreItem isLoading onLoadMore={() => onMore(node)} className="py-2 pl-9 text-sm text-muted">
            正在载入……
          </TreeLoadMoreItem>
        ) : null}
      </TreeItem>
    )
  }

  return (
    <I18nProvider locale="zh-CN">
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 40, loaderSize: 40 }}>
        <AriaTree
          ref={rows}
          aria-label={label}
          items={tops}
          dependencies={[levels, row, choosing]}
          expandedKeys={open}
          onExpandedChange={(keys) => onOpenChange(new Set([...keys].map(String)))}
          {...(choosing ? selectionOf(choosing) : {})}
          className="max-h-[min(70vh,40rem)] overflow-auto"
        >
          {branch}
        </AriaTree>
      </Virtualizer>
    </I18nProvider>
  )
}

const rowLook =
  'rounded outline-none data-focus-visible:ring-2 data-focus-visible:ring-action data-focus-visible:ring-inset data-selected:bg-action-soft'

/** Ticking through the tree's own selection: by the space bar on a row, by its box, or by a click on the row. */
const selectionOf = ({ chosen, fixed, onChoose }: Choosing) => ({
  selectionMode: 'multiple' as const,
  disabledBehavior: 'selection' as const,
  selectedKeys: chosen,
  disabledKeys: fixed,
  onSelectionChange: (keys: 'all' | Iterable<string | number>) => {
    if (keys === 'all') return
    const after = new Set([...keys].map(String))
    for (const id of after) if (!chosen.includes(id)) onChoose(id, true)
    for (const id of chosen) if (!after.has(id)) onChoose(id, false)
  },
})

const RowCheckbox = ({ name }: { name: string }) => (
  <Checkbox slot="selection" aria-label={name} className="group inline-flex size-6 shrink-0 items-center">
    <span
      aria-hidden="true"
      className="inline-flex size-4 items-center justify-center rounded-xs border border-line-strong bg-surface text-xs leading-none text-on-action group-data-disabled:border-line group-data-disabled:bg-sunken group-data-selected:border-action group-data-selected:bg-action group-data-focus-visible:ring-2"
    >
      <span className="invisible group-data-selected:visible">✓</span>
    </span>
  </Checkbox>
)
