'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Marks what is done on a page, in its order, on the way to the end: a box to fill in, or what stands around a button to press. */
export const STEP = 'data-step'

/** F8 on a page beside the forms: to the place of the forms that asks for something (`open`), where none does to the next step of this page. */
export function StepKeys({ open }: { open: string | null }) {
  const router = useRouter()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      if (open !== null) router.push(open)
      else nextStep()?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [router, open])
  return null
}

/** The first step behind the focus, or else of the page, that is not done: a box in which something stands is. */
function nextStep(): HTMLElement | undefined {
  const { activeElement: here } = document
  const steps = [...document.querySelectorAll<HTMLElement>(`textarea[${STEP}], [${STEP}] button`)].filter(
    (step) => step !== here && step.checkVisibility() && !(step instanceof HTMLTextAreaElement && step.value.trim() !== ''),
  )
  const behind = (step: HTMLElement) => here !== null && (here.compareDocumentPosition(step) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return steps.find(behind) ?? steps[0]
}
