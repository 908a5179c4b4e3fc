'use client'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'

/** Brought along when it is opened: the headless list weighs more than the page may. */
const LibraryDialog = dynamic(() => import('./library-dialog').then(({ LibraryDialog }) => LibraryDialog), { ssr: false })

/** 从指标库选择, behind the row `after` (null: at the end). */
export function LibraryButton({ after }: { after: string | null }) {
  const { readOnly } = useCellForm()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (readOnly) return null
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <>
      <Button ref={button} onClick={() => setOpen(true)}>
        从指标库选择
      </Button>
      {open ? <LibraryDialog after={after} onClose={close} /> : null}
    </>
  )
}
