'use client'
import { useEffect, useState } from 'react'
import { TextInput } from '@/components/ui/field'
import { askTree, type TreeLevel } from './tree-node'

/** So long after the last key the server is asked. */
const PAUSE_MS = 250

type Props = {
  id: string
  roundId: string
  /** null: nothing is looked for. */
  onFound: (found: TreeLevel | null) => void
  onFailed: (failed: boolean) => void
}

/** Looks departments up by words in any order: parts of the name, the code, pinyin or initials. */
export function TreeSearch({ id, roundId, onFound, onFailed }: Props) {
  const [text, setText] = useState('')
  const words = text.trim()

  useEffect(() => {
    if (words === '') {
      onFound(null)
      return
    }
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const found = await askTree({ search: words, round: roundId }, asking.signal)
      if (asking.signal.aborted) return
      onFailed(found === null)
      if (found) onFound(found)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [words, roundId, onFound, onFailed])

  return (
    <label htmlFor={id} className="flex min-w-0 grow basis-56 flex-col gap-1 text-sm sm:max-w-sm">
      <span className="font-medium">按名称、代码或拼音查找</span>
      <TextInput
        id={id}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          // Enter looks nothing up and must not send the form around the tree
          if (event.key === 'Enter') event.preventDefault()
        }}
        maxLength={60}
        autoComplete="off"
      />
    </label>
  )
}
