'use client'
import './globals.css'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** Stands in for the whole page where even its frame could not be drawn. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body className="bg-canvas p-6 text-ink">
        <main>
          <h1 className="mb-4 text-2xl font-semibold">系统暂时无法使用</h1>
          <EmptyState
            title="已保存的内容不受影响"
            action={
              <Button variant="primary" onClick={reset}>
                重试
              </Button>
            }
          >
            请稍后重试；如仍不能使用，请联系管理员{error.digest ? `，并告知错误编号 ${error.digest}` : ''}。
          </EmptyState>
        </main>
      </body>
    </html>
  )
}
