/**
 * Where to go after signing in: the wanted page when it is one of this site, otherwise `/`.
 * Anything that a browser could read as another host (`//…`, `/\…`, a scheme, control characters) is refused.
 */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/'
  const origin = 'http://local.invalid'
  if (!URL.canParse(wanted, origin)) return '/'
  const url = new URL(wanted, origin)
  if (url.origin !== origin || url.pathname.startsWith('//') || /^\/(login|api)(\/|$)/.test(url.pathname)) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}

/** Header by which `scripts/server/page-policy.mjs` tells pages their own path; nothing but the way back after signing in depends on it. */
export const PATH_HEADER = 'x-hengji-path'

/** The sign-in page that leads back to `path` afterwards. */
export const loginPath = (path: string | null, ended: boolean): string => {
  const next = localPath(path)
  const query = new URLSearchParams({ ...(next === '/' ? {} : { next }), ...(ended ? { ended: '1' } : {}) })
  return query.size === 0 ? '/login' : `/login?${query}`
}
