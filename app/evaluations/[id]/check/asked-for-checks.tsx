'use client'
import { useEffect, useRef } from 'react'
import { useDrawnFor } from '@/components/forms/drawn-for'
import type { RowAnswer } from '@/lib/forms/saving/row-actions'

/** Whoever comes to this page asks for 校验: from now on the forms say what is wrong in them. Reading a page changes nothing, so it is sent. */
export function AskedForChecks({ ask }: { ask: (drawnFor: string) => Promise<RowAnswer> }) {
  const drawnFor = useDrawnFor()
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    // What does not arrive is asked for by the next visit
    ask(drawnFor).catch(() => undefined)
  }, [ask, drawnFor])
  return null
}
