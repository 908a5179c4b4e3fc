import './globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { DraftKeeper } from '@/components/forms/drafts/draft-keeper'
import { leftEarlyScript } from '@/components/forms/drafts/left-early'
import { DrawnForProvider } from '@/components/forms/drawn-for'
import { AppHeader } from '@/components/shell/app-header'
import { FirstNonce } from '@/components/shell/first-nonce'
import { navigationFor } from '@/components/shell/navigation'
import { isDemoMode } from '@/lib/auth/settings'
import { findSignedIn } from '@/lib/auth/viewer'
import { drawnForText } from '@/lib/forms/saving/drawn-for'
import { PRODUCT_NAME, PRODUCT_SUBTITLE } from '@/lib/messages/labels'
import { readDisplay } from './display/cookie'
import { signOut } from './login/actions'

export const metadata: Metadata = {
  title: { default: `${PRODUCT_NAME} · ${PRODUCT_SUBTITLE}`, template: `%s · ${PRODUCT_NAME}` },
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the headers keeps every page dynamic, so that its scripts carry the nonce of this request.
  const nonce = (await headers()).get('x-nonce') ?? ''
  const [account, display] = await Promise.all([findSignedIn(), readDisplay()])
  const entries = account && !account.mustChangePassword ? navigationFor(account.viewer) : []
  return (
    <html lang="zh-CN" data-theme={display.theme} data-contrast={display.contrast} data-size={display.size}>
      <head>
        <FirstNonce nonce={nonce} />
        {account === null ? null : (
          // The browser hides the nonce of a script as soon as it has it
          <script nonce={nonce} suppressHydrationWarning>
            {leftEarlyScript(account.viewer.userId)}
          </script>
        )}
      </head>
      <body className="flex min-h-dvh flex-col bg-canvas text-ink antialiased">
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">
          跳到正文
        </a>
        <p className="old-browser" style={{ padding: '1rem', background: '#fff4dc', color: '#16202c' }}>
          您的浏览器版本过低，本系统不能正常显示。请改用谷歌浏览器（Chrome）、微软 Edge 109 及以上版本，或内核不低于该版本的国产浏览器。
        </p>
        <AppHeader person={account?.viewer ?? null} entries={entries} demo={isDemoMode()} display={display} signOut={signOut} />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[90rem] flex-1 px-4 py-6 outline-none sm:px-6 print:max-w-none print:p-0"
        >
          <DrawnForProvider drawnFor={account ? drawnForText(account.viewer) : ''}>
            <DraftKeeper />
            {children}
          </DrawnForProvider>
        </main>
      </body>
    </html>
  )
}
