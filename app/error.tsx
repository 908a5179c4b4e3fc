'use client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/**
 * What went wrong inside stays in the server's log; `digest`, the id of the request, finds it there (`scripts/server/log.mjs`). Every page
 * loads this one with it: its heading is a plain one.
 */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <h1 className="mb-6 text-2xl font-semibold text-ink">页面暂时无法显示</h1>
      <EmptyState
        title="处理时出现错误，已保存的内容不受影响"
        action={
          <Button variant="primary" onClick={reset}>
            重试
          </Button>
        }
      >
        如仍不能显示，请联系管理员{error.digest ? `，并告知错误编号 ${error.digest}` : ''}。
      </EmptyState>
    </>
  )
}
