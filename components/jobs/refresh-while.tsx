'use client'
import { useEffect } from 'react'
import { useRefresh } from '@/components/ui/use-refresh'

/** Two seconds: soon enough to be seen moving, seldom enough not to be a burden. */
const EVERY_MS = 2000

/** While this is on a page the page is drawn again every other second, unless nobody looks at it. */
export function RefreshWhile() {
  const refresh = useRefresh()
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [refresh])
  return <p className="text-muted">可以离开本页，任务在后台继续；本页自动更新进度。</p>
}
