import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { DISPLAY_COOKIE, displayFrom, displayText } from '@/components/shell/display'
import { localPath } from '@/lib/auth/local-path'
import { usesHttps } from '@/lib/auth/settings'

const ONE_YEAR = 365 * 24 * 3600

/** 显示设置: colours, contrast and size of type, kept in this browser, then back to where the person was. */
export async function POST(request: Request): Promise<never> {
  const form = await request.formData()
  const referrer = (await headers()).get('referer')
  const back = referrer && URL.canParse(referrer) ? new URL(referrer) : null
  ;(await cookies()).set(DISPLAY_COOKIE, displayText(displayFrom(form)), {
    path: '/',
    maxAge: ONE_YEAR,
    sameSite: 'lax',
    httpOnly: true,
    secure: usesHttps(),
  })
  redirect(back ? localPathOrLogin(back) : '/')
}

const localPathOrLogin = (url: URL): string => (url.pathname === '/login' ? '/login' : localPath(`${url.pathname}${url.search}`))
