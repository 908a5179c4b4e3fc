'use client'
import { useEffect, useId, useState } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { type ReferenceOffer, referenceOffers } from '@/lib/forms/cells/reference-offers'
import { type Datum, keptOf, type Piece } from '@/lib/forms/cells/references'
import { NOT_FILLED } from '@/lib/messages/form-labels'
import { useCopying } from './use-copying'
import { useData } from './use-data'
import { type Picker, usePicker } from './use-picker'

type Props = {
  address: string
  pieces: readonly Piece[]
  box: () => HTMLTextAreaElement | null
  /** Puts a kept text in place of a stretch of the shown one. */
  put: (from: number, to: number, kept: string) => void
}

/** Offers that somebody does not want, by cell and what is written; until the page is left for good. */
const declined = new Set<string>()

const kept = ({ name }: Datum): string => `{{${name}}}`

/** What is at hand while one is in a text that may refer to data: 插入数据, and the offer to refer where a figure is typed that is one. */
export function ReferenceAid({ address, pieces, box: boxOf, put }: Props) {
  const { known } = useCellForm()
  const data = useData()
  const [box] = useState(boxOf)
  const picker = usePicker(box, data, (from, to, datum) => put(from, to, kept(datum)))
  useCopying(box, {
    copied: (from, to) => ({ kept: keptOf(pieces, from, to), plain: plainOf(pieces, from, to, (name) => known.get(name)?.text ?? '') }),
    put,
  })
  const [, setDeclined] = useState(0)
  const offer = data.length === 0 ? undefined : referenceOffers(pieces, known).find(({ written }) => !declined.has(`${address} ${written}`))
  return (
    <>
      <Button
        variant="quiet"
        className="absolute top-full right-2 z-20 -mt-3 min-h-6 border border-line-strong bg-surface text-xs"
        // The text keeps the focus while one points
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          box?.focus()
          picker.open()
        }}
      >
        插入数据
      </Button>
      {picker.found === null ? null : <Choice picker={picker} found={picker.found} box={box} />}
      {offer === undefined || picker.found !== null ? null : (
        <Offer
          offer={offer}
          accept={(datum) => put(offer.from, offer.to, kept(datum))}
          decline={() => {
            declined.add(`${address} ${offer.written}`)
            setDeclined((count) => count + 1)
            box?.focus()
          }}
        />
      )}
    </>
  )
}

/** What is copied for other programs: the figures themselves. */
function plainOf(pieces: readonly Piece[], from: number, to: number, textOf: (name: string) => string): string {
  let start = 0
  return pieces
    .map(({ shown, datum }) => {
      const here = start
      start += shown.length
      if (here >= to || start <= from) return ''
      return datum === undefined ? shown.slice(Math.max(0, from - here), to - here) : textOf(datum) || shown
    })
    .join('')
}

/** What was found, below the text in which the focus stays. */
function Choice({ picker: { at, choose }, found, box }: { picker: Picker; found: readonly Datum[]; box: HTMLTextAreaElement | null }) {
  const { announce } = useCellForm()
  const id = useId()
  useEffect(() => announce(`找到 ${found.length} 项数据，用上下方向键选择，回车插入`), [found.length, announce])
  useEffect(() => {
    if (box === null) return
    box.setAttribute('aria-controls', id)
    if (at >= 0) box.setAttribute('aria-activedescendant', `${id}-${at}`)
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
    return () => {
      box.removeAttribute('aria-controls')
      box.removeAttribute('aria-activedescendant')
    }
  }, [box, id, at])
  return (
    <div
      id={id}
      role="listbox"
      aria-label="可引用的数据"
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-30 mt-4 max-h-64 overflow-auto rounded border border-line-strong bg-surface p-1 text-sm shadow-lg"
    >
      {found.map((datum, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text that controls the list
        <div
          key={datum.name}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          onClick={() => choose(datum)}
          className={classNames(
            'flex min-h-8 cursor-default flex-wrap items-baseline justify-between gap-x-4 rounded px-2 py-1 hover:bg-sunken',
            place === at && 'bg-action-soft',
          )}
        >
          <span>{datum.label}</span>
          <span className="text-muted tabular-nums">{datum.text || NOT_FILLED}</span>
        </div>
      ))}
    </div>
  )
}

/** A figure that is a datum, to be made to follow it; or brackets that are taken for a reference and are none. */
function Offer({ offer, accept, decline }: { offer: ReferenceOffer; accept: (datum: Datum) => void; decline: () => void }) {
  const { written, data } = offer
  const [only, ...others] = data
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-2 text-sm text-muted">
      <span role="status">
        {only === undefined
          ? `“${written}”不是数据引用，将照原样打印。`
          : others.length === 0
            ? `“${written}”与“${only.label}”相同。`
            : `“${written}”与 ${data.length} 项数据相同。`}
      </span>
      {data.map((datum) => (
        <Button key={datum.name} variant="quiet" onClick={() => accept(datum)}>
          {others.length === 0 ? '改为引用' : `引用${datum.label}`}
        </Button>
      ))}
      <Button variant="quiet" onClick={decline}>
        {only === undefined ? '知道了' : '不用'}
      </Button>
    </div>
  )
}
