'use client'
import { type ComponentProps, useEffect, useRef } from 'react'

/** A plain GET form: what it asks for stands in the address, with or without scripts. With them, empty fields are left out of it. */
export function SearchForm(props: Omit<ComponentProps<'form'>, 'method' | 'ref'>) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const sent = form.current
    sent?.addEventListener('formdata', leaveOutEmpty)
    return () => sent?.removeEventListener('formdata', leaveOutEmpty)
  }, [])
  return <form ref={form} method="get" {...props} />
}

function leaveOutEmpty({ formData }: FormDataEvent): void {
  for (const [name, value] of [...formData]) if (value === '') formData.delete(name)
}
