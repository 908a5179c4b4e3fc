'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A region that may be wider than the page: a stop for the Tab key only while there is something to scroll to. */
export function ScrollRegion({ label, className, children }: { label: string | undefined; className: string; children: ReactNode }) {
  const region = useRef<HTMLElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const box = region.current
    if (box === null) return
    const look = () => setScrolls(box.scrollWidth > box.clientWidth + 1)
    const observer = new ResizeObserver(look)
    observer.observe(box)
    for (const child of box.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return (
    <section ref={region} aria-label={label} {...(scrolls ? { tabIndex: 0 } : {})} className={className}>
      {children}
    </section>
  )
}
