import { useEffect } from 'react'

/** Asks before the page is left with unsaved cells: by closing or reloading it, or by a link within the product. */
export function useLeavingGuard(unsaved: number): void {
  useEffect(() => {
    if (unsaved === 0) return
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (link === null || !leaves(link as HTMLAnchorElement, event)) return
      if (window.confirm(`有 ${unsaved} 处未保存，离开本页后将丢失。确定离开吗？`)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', beforeUnload)
    document.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', beforeUnload)
      document.removeEventListener('click', onClick, true)
    }
  }, [unsaved])
}

/** Whether the link takes this page away: not to a place on it, nor into another window. */
function leaves(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const otherWindow = event.ctrlKey || event.metaKey || event.shiftKey || link.target === '_blank' || link.hasAttribute('download')
  const here = link.pathname === window.location.pathname && link.search === window.location.search && link.hash !== ''
  return !otherWindow && !here && link.origin === window.location.origin
}
