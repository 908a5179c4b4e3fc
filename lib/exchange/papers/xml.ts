/** An element of an XML file that programs write. `name` with its prefix. */
export type Element = { name: string; attributes: Readonly<Record<string, string>>; children: (Element | string)[] }

const TOKEN =
  /<(?:(\/)([\w:.-]+)\s*|([\w:.-]+)((?:[^>"'/]|"[^"]*"|'[^']*'|\/(?!>))*)(\/)?|\?[^>]*\?|!--[\s\S]*?--|!\[CDATA\[([\s\S]*?)\]\])>/g
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
/** Deeper ones no program writes. */
const DEEPEST = 256

/** Reads XML without a document type: with one, entities could stand for anything. Null where it is no such XML. */
export function readXml(xml: string): Element | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return null
  const root: Element = { name: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  let at = 0
  for (const match of xml.matchAll(TOKEN)) {
    const inner = open.at(-1) as Element
    if (match.index > at) inner.children.push(entitiesRead(xml.slice(at, match.index)))
    at = match.index + match[0].length
    const [, closing, closed, opened, attributes = '', empty, data] = match
    if (closing !== undefined) {
      if (open.length < 2 || inner.name !== closed) return null
      open.pop()
    } else if (opened !== undefined) {
      const element: Element = { name: opened, attributes: attributesOf(attributes), children: [] }
      inner.children.push(element)
      if (empty === undefined) open.push(element)
      if (open.length > DEEPEST) return null
    } else if (data !== undefined) inner.children.push(data)
  }
  return open.length === 1 ? (root.children.find((child) => typeof child !== 'string') ?? null) : null
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) attributes[name] = entitiesRead(double ?? single ?? '')
  return attributes
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const entitiesRead = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? whole
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10)
        return code <= 0x10ffff ? String.fromCodePoint(code) : ''
      })
    : text

export const childrenOf = ({ children }: Element, name?: string): Element[] =>
  children.filter((child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name))

/** The first element of a name, along a path of names. */
export const within = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((at, name) => (at === undefined ? undefined : childrenOf(at, name)[0]), element)

/** The attribute that most Word elements carry. */
export const settingOf = (element: Element | undefined): string | undefined => element?.attributes['w:val']
