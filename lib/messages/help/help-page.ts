/** A page of the help. Everything is plain text; `codes` are the checks that concern it. */
export type HelpPage = {
  title: string
  summary: string
  parts: readonly HelpPart[]
  /** Beginnings of the codes of the checks that are said on this page, or whole codes. */
  codes: readonly string[]
}

export type HelpPart = { heading: string; text?: string; items?: readonly string[] }
