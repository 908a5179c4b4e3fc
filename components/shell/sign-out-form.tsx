'use client'
import { useState } from 'react'
import { draftsOf, dropDrafts } from '@/components/forms/drafts/draft-store'
import { failureOf, ifLed } from '@/components/forms/unanswered'
import { Button } from '@/components/ui/button'
import { isRowField } from '@/lib/forms/saving/typed-drafts'
import { failureSentence, type SendFailure } from '@/lib/forms/state/failed-send'

/**
 * 退出: whatever this person typed in this browser goes with them, so that nobody after them finds it; not before they are out.
 * Where something of it has not been sent they are asked first.
 */
export function SignOutForm({ userId, signOut }: { userId: string; signOut: () => Promise<void> }) {
  const [failure, setFailure] = useState<SendFailure | null>(null)
  const leave = async () => {
    const unsent = (await draftsOf(userId)).filter(({ field }) => !isRowField(field)).length
    if (unsent > 0 && !window.confirm(`有 ${unsent} 处填写的内容尚未保存，退出后将从本浏览器清除。确定退出吗？`)) return
    const drop = async () => dropDrafts(await draftsOf(userId))
    try {
      await signOut()
      await drop()
    } catch (error) {
      await ifLed(error, drop)
      setFailure(failureOf(error))
    }
  }
  return (
    <form action={leave} className="flex flex-wrap items-center gap-x-2">
      <Button type="submit" variant="quiet">
        退出
      </Button>
      {failure === null ? null : (
        <p role="alert" className="max-w-64 text-xs text-danger">
          没有退出。{failureSentence[failure]}
        </p>
      )}
    </form>
  )
}
