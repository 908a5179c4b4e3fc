import { Link } from '@/components/ui/link'
import type { Viewer } from '@/lib/domain/people/permissions'
import { DEMO_MARK, PRODUCT_NAME, PRODUCT_SUBTITLE } from '@/lib/messages/labels'
import type { Display } from './display'
import { DisplaySettings } from './display-settings'
import type { NavigationEntry } from './navigation'
import { NavigationLinks } from './navigation-links'
import { SignOutForm } from './sign-out-form'

/** Head of every page: the product, the way around by role, who is signed in, and 演示 in demo mode. */
export function AppHeader(props: {
  person: Pick<Viewer, 'userId' | 'name'> | null
  entries: readonly NavigationEntry[]
  demo: boolean
  display: Display
  signOut: () => Promise<void>
}) {
  const { person, entries, demo, display, signOut } = props
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex w-full max-w-[90rem] flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2 sm:px-6">
        <Link href="/" className="flex items-baseline gap-2">
          <span className="text-xl font-bold text-action">{PRODUCT_NAME}</span>
          <span className="hidden text-sm text-muted lg:inline">{PRODUCT_SUBTITLE}</span>
        </Link>
        {demo ? (
          <span
            className="rounded border border-warning bg-warning-soft px-2 text-sm font-medium text-warning"
            title="演示模式：数据均为示例"
          >
            {DEMO_MARK}
          </span>
        ) : null}
        {entries.length > 0 ? <NavigationLinks entries={entries} /> : null}
        <div className="ml-auto flex items-center gap-1 text-sm">
          <DisplaySettings display={display} />
          {person === null ? null : (
            <>
              <Link href="/account" className="text-action underline-offset-4 hover:underline">
                {person.name}
              </Link>
              <SignOutForm userId={person.userId} signOut={signOut} />
            </>
          )}
        </div>
      </div>
    </header>
  )
}
