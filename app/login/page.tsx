import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Notice } from '@/components/ui/notice'
import { localPath } from '@/lib/auth/local-path'
import { isDemoMode } from '@/lib/auth/settings'
import { findSignedIn } from '@/lib/auth/viewer'
import { type DemoAccount, listDemoAccounts } from '@/lib/data/people/sign-in'
import { ROLES } from '@/lib/domain/people/permissions'
import { DEMO_MARK, PRODUCT_NAME, PRODUCT_SUBTITLE, roleLabels } from '@/lib/messages/labels'
import { refusalSentence } from '@/lib/messages/refusals'
import { DemoAccounts } from './demo-accounts'
import { LoginForm } from './login-form'

export const metadata: Metadata = { title: '登录' }

type Query = { next?: string | string[]; ended?: string | string[] }

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** Where a demo account works: the first department, and how many there are. */
const placesOf = ({ duty, duties }: DemoAccount): string =>
  duties > 1 ? `${duty?.departmentName ?? ''}等 ${duties} 个部门` : (duty?.departmentName ?? '')

export default async function LoginPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const next = localPath(first(query.next))
  if (await findSignedIn()) redirect(next)
  const demo = isDemoMode()
  const accounts = demo ? await listDemoAccounts() : []
  const groups = ROLES.map((role) => ({
    label: roleLabels[role],
    accounts: accounts
      .filter(({ duty }) => duty?.role === role)
      .map((account) => ({ loginName: account.loginName, name: account.name, department: placesOf(account) })),
  })).filter((group) => group.accounts.length > 0)

  const unavailable = refusalSentence({ code: 'sign-in-unavailable' })
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 py-6 sm:py-10">
      <header>
        <h1 className="text-2xl font-semibold">登录{PRODUCT_NAME}</h1>
        <p className="mt-1 text-muted">{PRODUCT_SUBTITLE}</p>
      </header>
      {first(query.ended) ? <Notice tone="info" title={refusalSentence({ code: 'session-ended' })} /> : null}
      <div className={groups.length > 0 ? 'grid items-start gap-6 md:grid-cols-2' : 'max-w-md'}>
        <section aria-labelledby="by-password" className="rounded border border-line bg-surface p-5">
          <h2 id="by-password" className="mb-4 text-lg font-semibold">
            账号登录
          </h2>
          <LoginForm next={next} unavailable={unavailable} />
        </section>
        {groups.length > 0 ? (
          <section aria-labelledby="by-demo" className="rounded border border-line bg-surface p-5">
            <h2 id="by-demo" className="text-lg font-semibold">
              {DEMO_MARK}账号
            </h2>
            <p className="mt-1 mb-4 text-sm text-muted">点击即可登录，无需密码。仅在演示模式下提供，数据均为示例。</p>
            <DemoAccounts groups={groups} next={next} unavailable={unavailable} />
          </section>
        ) : null}
      </div>
    </div>
  )
}
