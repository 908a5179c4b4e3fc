'use client'
import { type ReactNode, useRef } from 'react'
import { Button, type ButtonVariant } from './button'

/**
 * A button that asks before it acts, in the browser's own modal dialog (focus is held inside and returns; Esc cancels).
 * With `form` it submits that form on confirmation, otherwise it calls `onConfirm`.
 */
export function ConfirmDialog(props: {
  trigger: ReactNode
  triggerLabel?: string
  title: string
  children?: ReactNode
  confirm: string
  variant?: ButtonVariant
  triggerVariant?: ButtonVariant
  inactive?: boolean
  form?: string
  onConfirm?: () => void
}) {
  const {
    trigger,
    triggerLabel,
    title,
    children,
    confirm,
    variant = 'primary',
    triggerVariant = 'secondary',
    inactive = false,
    form,
    onConfirm,
  } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const close = () => dialog.current?.close()
  return (
    <>
      <Button variant={triggerVariant} inactive={inactive} aria-label={triggerLabel} onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-label={title}
        className="m-auto w-[min(92vw,32rem)] rounded border border-line bg-surface p-5 text-left text-ink backdrop:bg-black/40"
      >
        <h2 className="text-lg font-semibold">{title}</h2>
        {children ? <div className="mt-2 text-sm whitespace-normal">{children}</div> : null}
        <div className="mt-5 flex justify-end gap-3">
          <Button onClick={close}>取消</Button>
          <Button
            variant={variant}
            type={form ? 'submit' : 'button'}
            {...(form ? { form } : {})}
            onClick={() => {
              close()
              onConfirm?.()
            }}
          >
            {confirm}
          </Button>
        </div>
      </dialog>
    </>
  )
}
