'use client'
import { useEffect, useRef } from 'react'
import { Question } from '@/components/ui/dialog'

/** Asks before a row goes in which something stands. */
export function RemovalDialog({ name, onConfirm, onClose }: { name: string; onConfirm: () => void; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <Question dialog={dialog} title={`删除${name}？`} confirm="删除" variant="danger" onConfirm={onConfirm} onClose={onClose}>
      该行的内容将一并删除。删除后可以按 Ctrl+Z 撤销。
    </Question>
  )
}
