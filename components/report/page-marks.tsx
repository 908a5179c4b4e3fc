'use client'
import { useEffect } from 'react'

/**
 * The report's marks at the head of every page that the browser prints: only a style of the page can put them there.
 * It is adopted by script, for the content security policy blocks a style element of any later page than the first.
 */
export function PageMarks({ text }: { text: string }) {
  useEffect(() => {
    if (text === '') return
    const sheet = new CSSStyleSheet({ media: 'print' })
    sheet.replaceSync(`@page{@top-right{content:"${escaped(text)}"}}`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [text])
  return null
}

const escaped = (text: string): string => [...text].map((character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `).join('')
