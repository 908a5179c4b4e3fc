import type { Marker } from './markers'
import type { SectionKind } from './vocabulary/sections'

/**
 * A paragraph in the report's outline. `from`: where its words begin behind the number; `heading`: where they are its
 * heading, up to `headingEnd`, which is the end of the paragraph or of its first words. `kind`: the section it belongs to.
 */
export type Node = {
  index: number
  marker: Marker | null
  from: number
  headingEnd: number | null
  /** The paragraph is nothing but a heading. */
  bare: boolean
  /** Its first words say how well something went. */
  isClaim: boolean
  /** It ends as a sentence does. */
  isSentence: boolean
  /** Said by its own heading; null where the heading says none. */
  own: SectionKind | null
  kind: SectionKind | null
  parent: Node | null
  children: Node[]
}
