type Provider = 'password' | 'demo'

/**
 * Signs in through next-auth's own addresses: its form token first, then the credentials. Null when it worked,
 * otherwise the sentence to show: `unavailable` where there is no answer, nor a sentence to be had. The session cookie is set by
 * the answer and never visible here.
 */
export async function signIn(provider: Provider, typed: Readonly<Record<string, string>>, unavailable: string): Promise<string | null> {
  try {
    const { csrfToken }: { csrfToken: string } = await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json()
    const response = await fetch(`/api/auth/callback/${provider}`, {
      method: 'POST',
      body: new URLSearchParams({ ...typed, csrfToken, json: 'true' }),
    })
    const { url }: { url: string } = await response.json()
    const answer = new URL(url, window.location.origin).searchParams
    // A form token that has run out is answered by a way back to the form, not by an error.
    if (response.ok && !answer.has('csrf')) return null
    // Most people are let in: why somebody is not is loaded then
    const { isPlainRefusal, refusalSentence } = await import('@/lib/messages/refusals')
    const [code = '', minutes = ''] = (answer.get('error') ?? 'sign-in-unavailable').split(':')
    if (code === 'too-many-attempts') return refusalSentence({ code, facts: { minutes } })
    return refusalSentence({ code: isPlainRefusal(code) ? code : 'sign-in-unavailable' })
  } catch {
    return unavailable
  }
}
