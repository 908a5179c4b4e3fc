/** A part of an address as it was meant, such as `funds/total` behind the `#`. One that cannot be decoded, such as `100%`, means what it says. */
export function partOfAddress(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
