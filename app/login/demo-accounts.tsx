'use client'
import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import { signIn } from './sign-in'

type Group = { label: string; accounts: readonly { loginName: string; name: string; department: string }[] }

/** The demo accounts by role; one click signs in. Sent by an action, as `LoginForm` is: a click before the scripts are there counts. */
export function DemoAccounts({ groups, next, unavailable }: { groups: readonly Group[]; next: string; unavailable: string }) {
  const [refusal, enter, waiting] = useActionState(async (_: string | null, pressed: FormData) => {
    const refused = await signIn('demo', { loginName: String(pressed.get('loginName') ?? '') }, unavailable)
    if (refused !== null) return refused
    window.location.assign(next)
    // Nothing is to be done here any more
    return new Promise<null>(() => undefined)
  }, null)

  return (
    <form action={enter} className="flex flex-col gap-4">
      {refusal ? <Notice live tone="error" title={refusal} /> : null}
      {groups.map(({ label, accounts }) => (
        <section key={label} aria-label={label}>
          <h3 className="mb-1 text-sm font-medium">{label}</h3>
          <ul className="max-h-56 divide-y divide-line overflow-auto rounded border border-line">
            {accounts.map(({ loginName, name, department }) => (
              <li key={loginName}>
                <button
                  type="submit"
                  name="loginName"
                  value={loginName}
                  disabled={waiting}
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
    </form>
  )
}
