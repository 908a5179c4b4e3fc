'use client'
import dynamic from 'next/dynamic'
import { type ReactNode, useSyncExternalStore } from 'react'
import { Nothing } from '@/components/ui/nothing'
import type { EntrySection } from '@/lib/domain/evaluation/sections'
import { usePreviewWanted } from './preview-button'

const PreviewPane = dynamic(() => import('./preview-pane').then((module) => module.PreviewPane).catch(() => Nothing), { ssr: false })

const ROOM = '(min-width: 80rem)'
const subscribe = (listener: () => void) => {
  const query = matchMedia(ROOM)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

type Props = { evaluation: string; section: EntrySection; revision: number; children: ReactNode }

/** A form, and where the person wants it and there is room, the paper beside it. */
export function PreviewFrame({ children, ...shown }: Props) {
  const [wanted] = usePreviewWanted()
  const room = useSyncExternalStore(
    subscribe,
    () => matchMedia(ROOM).matches,
    () => false,
  )
  const on = wanted && room
  return (
    <div
      data-form=""
      data-beside={on ? 'paper' : undefined}
      className={on ? 'grid grow grid-cols-[minmax(0,1fr)_28rem] gap-6 2xl:grid-cols-[minmax(0,1fr)_34rem]' : 'flex grow flex-col'}
    >
      <div className="flex min-w-0 grow flex-col">{children}</div>
      {on ? <PreviewPane {...shown} /> : null}
    </div>
  )
}
