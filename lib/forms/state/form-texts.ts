// What stands in a sent form.
const isPassword = (name: string) => /password/i.test(name)

/** Texts by field name; what the framework itself sends along is left out, and NUL, which no database keeps. */
export function textsIn(formData: FormData): Record<string, string[]> {
  const texts: Record<string, string[]> = Object.create(null)
  for (const [name, value] of formData) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    texts[name] ??= []
    texts[name].push(value.replaceAll('\0', ''))
  }
  return texts
}

/** What is given back to a form: all that was typed, but for passwords. */
export const typedIn = (formData: FormData): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(textsIn(formData)).filter(([name]) => !isPassword(name)))
