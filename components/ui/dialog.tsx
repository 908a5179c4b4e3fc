'use client'
import { type ReactNode, type RefObject, useRef } from 'react'
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
  const { trigger, triggerLabel, triggerVariant = 'secondary', inactive = false, ...asked } = props
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <Button variant={triggerVariant} inactive={inactive} aria-label={triggerLabel} onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <Question dialog={dialog} {...asked} />
    </>
  )
}

/** The dialog itself, for who opens it otherwise than by a button beside it. `onClose`: it was answered, or left. */
export function Question(props: {
  dialog: RefObject<HTMLDialogElement | null>
  title: string
  children?: ReactNode
  confirm: string
  variant?: ButtonVariant
  form?: string
  onConfirm?: () => void
  onClose?: () => void
}) {
  const { dialog, title, children, confirm, variant = 'primary', form, onConfirm, onClose } = props
  const close = () => dialog.current?.close()
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
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
  )
}
