'use client'
import { useState } from 'react'

/**
 * The nonce with which this document came, for what puts a style into the page by script; the browser shows it to none. A drawing that
 * follows an action comes with the nonce of its own request, which this document does not know.
 */
export function FirstNonce({ nonce }: { nonce: string }) {
  const [first] = useState(nonce)
  return <meta property="csp-nonce" nonce={first} />
}
