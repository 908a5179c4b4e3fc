import { Notice, type Tone } from '@/components/ui/notice'
import type { FormState } from '@/lib/forms/state/form-state'

/** Signs in beside the page, so that what was typed in it stays. */
export const SignInAgain = () => (
  <a href="/login" target="_blank" rel="noopener" className="ml-1 inline-block font-medium text-action underline underline-offset-4">
    在新标签页登录
  </a>
)

const tones: Record<FormState['status'], Tone> = {
  idle: 'info',
  saved: 'success',
  refused: 'error',
  conflicting: 'warning',
  'signed-out': 'error',
}

/** What became of a form as a whole. */
export function AnswerNotice({ state: { status, message } }: { state: FormState }) {
  if (message === null) return null
  return (
    <Notice live tone={tones[status]} title={message}>
      {status === 'signed-out' ? <SignInAgain /> : null}
    </Notice>
  )
}
