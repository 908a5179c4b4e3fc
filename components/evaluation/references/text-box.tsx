'use client'
import dynamic from 'next/dynamic'
import { type ComponentProps, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useCell, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { afterPress } from '@/components/ui/after-press'
import { classNames } from '@/components/ui/class-names'
import { TextArea } from '@/components/ui/field'
import { Nothing } from '@/components/ui/nothing'
import { besideReferences, type Piece, piecesOf, replaced, sayDatum, shownOf, type Typed, typedOver } from '@/lib/forms/cells/references'

/** Comes when somebody is in a box: what offers data to be put into it. */
const ReferenceAid = dynamic(
  () => import('@/components/evaluation/later-parts').then((module) => module.ReferenceAid).catch(() => Nothing),
  { ssr: false },
)

type Props = { address: string } & Omit<ComponentProps<typeof TextArea>, 'value' | 'onChange' | 'ref'>

/**
 * The box of a text that may refer to data. References stand in it as 〔预算执行率 98.76%〕, marked, and go as one; kept is `{{…}}`. It is a
 * plain box, so that input methods and all else work as everywhere.
 */
export function TextBox({ address, className, readOnly, ...rest }: Props) {
  const { store, known } = useCellForm()
  const { text } = useCell(address)
  // What references say stays while one is in the box, so that nothing moves under the caret
  const [said, setSaid] = useState<ReadonlyMap<string, string> | null>(null)
  const say = useCallback((name: string) => said?.get(name) ?? sayDatum(name, known), [said, known])
  const pieces = useMemo(() => piecesOf(text, say), [text, say])
  const shown = shownOf(pieces)
  const frame = useRef<HTMLDivElement>(null)
  const caret = useRef<number | null>(null)
  const last = useRef({ start: 0, end: 0 })
  const box = () => frame.current?.querySelector('textarea') ?? null
  useLayoutEffect(() => {
    if (caret.current === null) return
    box()?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  const take = (typed: Typed, seen: string | null) => {
    if (seen !== shownOf(piecesOf(typed.kept, say))) caret.current = typed.caret
    store.edit(address, typed.kept)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears where the focus is, and is nothing to act on
    <div
      ref={frame}
      className="relative"
      onFocus={() => {
        if (said === null && !readOnly)
          setSaid(new Map(pieces.flatMap(({ datum }) => (datum === undefined ? [] : [[datum, sayDatum(datum, known)]]))))
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return
        // What is offered below the box goes with it, and all that stands below moves up
        afterPress(() => {
          if (!currentTarget.contains(document.activeElement)) setSaid(null)
        })
      }}
    >
      <TextArea
        {...rest}
        data-text={text}
        value={shown}
        readOnly={readOnly}
        className={className}
        onChange={({ target }) => take(typedOver(pieces, target.value, target.selectionStart, { known, say }), target.value)}
        onSelect={({ currentTarget }) => {
          const { selectionStart, selectionEnd, selectionDirection } = currentTarget
          const start = besideReferences(pieces, selectionStart, last.current.start)
          const end = selectionStart === selectionEnd ? start : besideReferences(pieces, selectionEnd, last.current.end)
          if (start !== selectionStart || end !== selectionEnd) currentTarget.setSelectionRange(start, end, selectionDirection)
          last.current = { start, end }
        }}
      />
      {pieces.some(({ datum }) => datum !== undefined) ? <Marks pieces={pieces} className={className} /> : null}
      {said === null ? null : (
        <ReferenceAid
          address={address}
          pieces={pieces}
          box={box}
          put={(from, to, kept) => {
            store.together(() => take(replaced(pieces, from, to, kept, say), null))
            box()?.focus()
          }}
        />
      )}
    </div>
  )
}

/** The text once more, unseen and in the same lines, with the places of its references marked; where boxes do not grow the lines may differ. */
const Marks = ({ pieces, className }: { pieces: readonly Piece[]; className: string | undefined }) => (
  <div
    aria-hidden="true"
    className={classNames(
      'pointer-events-none absolute inset-0 hidden overflow-hidden rounded border border-transparent px-3 py-1.5 leading-relaxed break-words whitespace-pre-wrap text-transparent supports-[field-sizing:content]:block',
      className,
    )}
  >
    {pieces.map(({ shown, datum }, place) => {
      const key = `${place} ${shown}`
      return datum === undefined ? (
        <span key={key}>{shown}</span>
      ) : (
        <span key={key} className="rounded bg-action/15 ring-1 ring-action/50">
          {shown}
        </span>
      )
    })}
  </div>
)
