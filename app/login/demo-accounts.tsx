'use client'
import { useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { signIn } from './sign-in'

type Group = { label: string; accounts: readonly { loginName: string; name: string; department: string }[] }

/** The demo accounts by role; one click signs in. */
export function DemoAccounts({ groups, next, unavailable }: { groups: readonly Group[]; next: string; unavailable: string }) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [waiting, setWaiting] = useState(false)

  async function enter(loginName: string) {
    setWaiting(true)
    const refused = await signIn('demo', { loginName }, unavailable)
    if (refused === null) {
      window.location.assign(next)
      return
    }
    setRefusal(refused)
    setWaiting(false)
  }

  return (
    <div className="flex flex-col gap-4">
      {refusal ? <Notice live tone="error" title={refusal} /> : null}
      {groups.map(({ label, accounts }) => (
        <section key={label} aria-label={label}>
          <h3 className="mb-1 text-sm font-medium">{label}</h3>
          <ul className="max-h-56 divide-y divide-line overflow-auto rounded border border-line">
            {accounts.map(({ loginName, name, department }) => (
              <li key={loginName}>
                <button
                  type="button"
                  disabled={waiting}
                  onClick={() => enter(loginName)}
                  className="flex min-h-10 w-full flex-col items-start px-3 py-1.5 text-left text-sm hover:bg-sunken disabled:opacity-60"
                >
                  <span className="font-medium text-action">{name}</span>
                  <span className="text-muted">{department}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
