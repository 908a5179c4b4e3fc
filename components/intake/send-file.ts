import { LARGEST_PAPER } from '@/lib/forms/cells/paper-limits'
import type { FormState } from '@/lib/forms/state/form-state'
import { typedIn } from '@/lib/forms/state/form-texts'

/** A file on its way to the server: its bytes are the body. What was typed beside it stays where it is refused. */
export async function sendFile(url: string, sent: { name: string; body: Blob }, drawnFor: string, formData: FormData): Promise<FormState> {
  const answer = await fetch(`${url}?${new URLSearchParams({ name: sent.name, drawnFor })}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: sent.body,
  })
  const state: FormState = await answer.json()
  return state.status === 'saved' ? state : { ...state, typed: typedIn(formData) }
}

/** Why a file is not sent; null where it is. */
export function fileTrouble(file: File): string | null {
  if (file.size === 0) return '文件是空的。'
  const size = (file.size / 1024 / 1024).toFixed(1)
  return file.size > LARGEST_PAPER ? `文件过大（${size} MB），不得超过 32 MB。请去掉文件中的图片后再试。` : null
}
