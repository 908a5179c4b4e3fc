'use client'
import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useTypist } from '@/components/forms/drawn-for'
import { useFocusedEarly } from '@/components/ui/awake'
import { Nothing } from '@/components/ui/nothing'
import { inOrder, type TypedDraft } from '@/lib/forms/saving/typed-drafts'
import { draftsOf, dropDrafts, keepDraft, writeDrafts } from './draft-store'
import { fieldKey, fieldLabel, fieldText, isKept, type KeptField, keptFieldsOf, opposite, textShownAt, typedBeforeWaking } from './fields'

/** Most of the time there is nothing to offer: it is loaded where there is. */
const DraftOffer = dynamic(() => import('./draft-offer').then((module) => module.DraftOffer).catch(() => Nothing), { ssr: false })

/**
 * Keeps what is typed on any page in the browser's store, from the first pause until the server has acknowledged it, and
 * offers it again on the page where it was typed: after a reload, another page, a crash, a browser that was killed.
 */
export function DraftKeeper() {
  const userId = useTypist()
  const page = usePathname()
  const [found, setFound] = useState<readonly TypedDraft[]>([])
  useEffect(() => (userId === '' ? undefined : keepWhatIsTyped(userId)), [userId])
  useFocusedEarly()
  useEffect(() => {
    let here = true
    setFound([])
    const early = userId === '' ? [] : typedBeforeWaking()
    for (const { field, drawn } of early) keep(userId, field, drawn)
    // What still stands in its box is not offered for it
    const standing = new Set(early.map(({ field }) => fieldKey(field)))
    const find = async () => {
      const drafts = (await draftsOf(userId, page)).filter(({ field }) => !standing.has(field))
      // The answer to what was sent may not have come through; that it was stored is seen on the page.
      const arrived = drafts.filter(({ field, text }) => textShownAt(field) === text)
      await dropDrafts(arrived)
      if (here) setFound(inOrder(drafts.filter((draft) => !arrived.includes(draft))))
    }
    if (userId !== '') void find()
    return () => {
      here = false
    }
  }, [userId, page])
  return found.length === 0 ? null : <DraftOffer key={page} drafts={found} onDone={() => setFound([])} />
}

function keep(userId: string, field: KeptField, before: string): void {
  const typed = { page: window.location.pathname, field: fieldKey(field), text: fieldText(field), label: fieldLabel(field) }
  keepDraft({ ...typed, userId, before, at: Date.now() })
}

/** Listens to every field of the document. */
function keepWhatIsTyped(userId: string): () => void {
  const standing = new WeakMap<Element, string>()
  const remember = ({ target }: Event) => {
    if (isKept(target)) standing.set(target, fieldText(target))
  }
  const send = ({ target }: Event) => {
    for (const field of keptFieldsOf(target)) standing.set(field, fieldText(field))
  }
  const typed = ({ target }: Event) => {
    if (isKept(target)) keep(userId, target, standing.get(target) ?? opposite(target))
  }
  const hidden = () => void writeDrafts()
  const events: readonly (readonly [string, (event: Event) => void])[] = [
    ['focusin', remember],
    ['submit', send],
    ['input', typed],
    ['change', typed],
    ['visibilitychange', hidden],
  ]
  for (const [name, listener] of events) document.addEventListener(name, listener, true)
  window.addEventListener('pagehide', hidden)
  return () => {
    for (const [name, listener] of events) document.removeEventListener(name, listener, true)
    window.removeEventListener('pagehide', hidden)
  }
}
