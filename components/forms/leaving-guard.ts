import { useEffect } from 'react'

const question = (unsaved: string, comfort: string) => `${unsaved}，${comfort}。确定离开吗？`
const KEPT = '已暂存在本浏览器，回到本页可以恢复'

/**
 * Asks before the page is left while something is `unsaved`, said as 有 2 处未保存; null: nothing is. Closing, reloading and leaving
 * the product: the browser asks, in its own words. Links within the product, back and forward: we ask, unless it `savesItself` on
 * the way. `comfort`: what becomes of it then. 退出 asks for itself.
 */
export function useLeavingGuard(unsaved: string | null, savesItself = false, comfort = KEPT): void {
  useEffect(() => {
    if (unsaved === null) return
    const stays = () => !window.confirm(question(unsaved, comfort))
    const stopped = savesItself ? [whenUnloaded()] : [whenUnloaded(), whenFollowed(stays), whenTraversed(stays)]
    return () => {
      for (const stop of stopped) stop()
    }
  }, [unsaved, savesItself, comfort])
}

type Stays = () => boolean
type Stop = () => void

function whenUnloaded(): Stop {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}

/** A link within the product: the router would follow without unloading anything. */
function whenFollowed(stays: Stays): Stop {
  const ask = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    if (link === null || !leaves(link, event) || !stays()) return
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', ask, true)
  return () => window.removeEventListener('click', ask, true)
}

/** Whether the link takes this page away: not to a place on it, nor into another window. */
function leaves(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const otherWindow = event.ctrlKey || event.metaKey || event.shiftKey || link.target === '_blank' || link.hasAttribute('download')
  return !otherWindow && link.origin === window.location.origin && !(link.hash !== '' && isHere(link))
}

const isHere = ({ pathname, search }: { pathname: string; search: string }): boolean =>
  pathname === window.location.pathname && search === window.location.search

/**
 * Back and forward within the product, where the browser has the Navigation API and lets the step be called off: it does
 * once after each key or click, so that nobody is held on a page. Elsewhere nothing can stop such a step.
 */
function whenTraversed(stays: Stays): Stop {
  if (!('navigation' in window)) return () => undefined
  const ask = (event: NavigateEvent) => {
    const { url, sameDocument } = event.destination
    // Into another document the browser asks by itself
    const leaving = event.navigationType === 'traverse' && event.cancelable && sameDocument && !isHere(new URL(url))
    if (leaving && stays()) event.preventDefault()
  }
  window.navigation.addEventListener('navigate', ask)
  return () => window.navigation.removeEventListener('navigate', ask)
}
