// biome-ignore lint/style/noRestrictedImports: the one place that wraps it
import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link to another page, asked for when it is followed. Next.js would ask the server for the target of every link in
 * sight as well: twenty-eight further requests for each page of an evaluation, each as dear as a page.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />
}
