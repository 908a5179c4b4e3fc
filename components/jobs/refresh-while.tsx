'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Two seconds: soon enough to be seen moving, seldom enough not to be a burden. */
const EVERY_MS = 2000

/** While this is on a page the page is drawn again every other second, unless nobody looks at it. */
export function RefreshWhile() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  return <p className="text-muted">可以离开本页，任务在后台继续；本页自动更新进度。</p>
}
