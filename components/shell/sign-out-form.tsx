'use client'
import { type FormEvent, useRef } from 'react'
import { draftsOf, dropDrafts } from '@/components/forms/drafts/draft-store'
import { Button } from '@/components/ui/button'
import { isRowField } from '@/lib/forms/typed-drafts'

/**
 * 退出: whatever this person typed in this browser goes with them, so that nobody after them finds it. Where something of it
 * has not been sent they are asked first.
 */
export function SignOutForm({ userId, signOut }: { userId: string; signOut: () => Promise<void> }) {
  const cleared = useRef(false)
  const leave = async (form: HTMLFormElement) => {
    const drafts = await draftsOf(userId)
    const unsent = drafts.filter(({ field }) => !isRowField(field)).length
    if (unsent > 0 && !window.confirm(`有 ${unsent} 处填写的内容尚未保存，退出后将从本浏览器清除。确定退出吗？`)) return
    await dropDrafts(drafts)
    cleared.current = true
    form.requestSubmit()
  }
  const ask = (event: FormEvent<HTMLFormElement>) => {
    if (cleared.current) return
    event.preventDefault()
    void leave(event.currentTarget)
  }
  return (
    <form action={signOut} onSubmit={ask}>
      <Button type="submit" variant="quiet">
        退出
      </Button>
    </form>
  )
}
