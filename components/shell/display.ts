/** How a browser shows the pages: kept in a cookie, read by the server, so that no script has to run before the first paint. */
export const THEMES = ['system', 'light', 'dark'] as const
export const CONTRASTS = ['normal', 'high'] as const
export const SIZES = ['normal', 'large'] as const
export type Display = { theme: (typeof THEMES)[number]; contrast: (typeof CONTRASTS)[number]; size: (typeof SIZES)[number] }

export const DISPLAY_COOKIE = 'hengji-display'

const oneOf = <T extends string>(all: readonly T[], wanted: unknown): T => all.find((one) => one === wanted) ?? (all[0] as T)

/** From the cookie's text; anything unknown is the default. */
export function displayOf(text: string | undefined): Display {
  const [theme, contrast, size] = (text ?? '').split('.')
  return { theme: oneOf(THEMES, theme), contrast: oneOf(CONTRASTS, contrast), size: oneOf(SIZES, size) }
}

export const displayFrom = (form: FormData): Display => displayOf(`${form.get('theme')}.${form.get('contrast')}.${form.get('size')}`)
export const displayText = ({ theme, contrast, size }: Display): string => `${theme}.${contrast}.${size}`
