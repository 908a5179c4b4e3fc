import { type PointerEvent, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'

/** A row that is being dragged: from where, and the place among the others before which it would come. */
type Drag = { item: HTMLElement; others: readonly HTMLElement[]; from: number; to: number; y: number }

/** How far the pointer goes before a press is a drag, in px. */
const STILL = 4

/** Drags a row of a list to its place. By the keyboard it is moved by its buttons and Alt+↑↓, which say the same aloud. */
export function RowHandle({ name, to }: { name: string; to: (place: number) => void }) {
  const { announce } = useCellForm()
  const dragged = useRef<Drag | null>(null)

  const begin = (event: PointerEvent<HTMLElement>) => {
    const item = event.currentTarget.closest('li')
    const all = [...(item?.parentElement?.children ?? [])] as HTMLElement[]
    if (event.button !== 0 || item === null || all.length < 2) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const from = all.indexOf(item)
    dragged.current = { item, others: all.filter((other) => other !== item), from, to: from, y: event.pageY }
  }
  const move = (event: PointerEvent) => {
    const { current } = dragged
    if (current === null) return
    const { item, others, y } = current
    if (Math.abs(event.pageY - y) < STILL) return
    current.to = others.filter((other) => middleOf(other) < event.clientY).length
    item.style.translate = `0 ${event.pageY - y}px`
    item.style.opacity = '0.6'
    for (const [place, other] of others.entries()) {
      const line = place === current.to ? '0 -3px' : place === others.length - 1 && current.to > place ? '0 3px' : null
      other.style.boxShadow = line === null ? '' : `${line} 0 var(--action)`
    }
  }
  const drop = (put: boolean) => {
    const { current } = dragged
    dragged.current = null
    if (current === null) return
    for (const each of [current.item, ...current.others])
      for (const style of ['translate', 'opacity', 'box-shadow']) each.style.removeProperty(style)
    if (!put || current.to === current.from) return
    flushSync(() => to(current.to))
    announce(`已移动${name}`)
  }
  return (
    <span
      data-row-handle=""
      aria-hidden="true"
      title="按住拖动，移到别处"
      className="inline-flex min-h-8 w-6 cursor-grab touch-none items-center justify-center text-muted select-none active:cursor-grabbing print:hidden"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={() => drop(true)}
      onPointerCancel={() => drop(false)}
    >
      ⠿
    </span>
  )
}

const middleOf = (element: Element): number => {
  const { top, height } = element.getBoundingClientRect()
  return top + height / 2
}
