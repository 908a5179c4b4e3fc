import { SignInAgain } from '@/components/forms/answer-notice'
import type { RowRefusal } from '@/lib/forms/saving/row-actions'

/** Said in view as long as the server does not have what is being written; it is tried again by itself. */
export const NotKept = ({ refusal }: { refusal: RowRefusal | null }) => (
  <div role="status" className="sticky bottom-0 z-30 print:hidden">
    {refusal === null ? null : (
      <p className="border-t border-danger bg-danger-soft px-4 py-2 text-sm text-danger">
        正在写的内容未保存到服务器，已留在本浏览器：{refusal.message}
        {refusal.signedOut ? <SignInAgain /> : null}
      </p>
    )}
  </div>
)
