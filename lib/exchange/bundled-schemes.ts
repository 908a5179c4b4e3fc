import type { Scheme } from '@/lib/domain/schemes/scheme'
import { checkScheme } from './scheme-format'
import chongqing from './schemes/chongqing.json'
import hubei20 from './schemes/hubei-20.json'
import hunan2013 from './schemes/hunan-2013.json'
import national2020 from './schemes/national-2020.json'
import nationalCost from './schemes/national-cost.json'
import sichuan from './schemes/sichuan.json'
import twoDimension from './schemes/two-dimension.json'

const read = (json: unknown): Scheme => {
  const read = checkScheme(json)
  if (!read.ok) throw new Error(`bundled scheme: ${JSON.stringify(read.problems)}`)
  return read.scheme
}

/** The schemes that come with the product, national ones first. None has been checked against the full text of its regulation. */
export const bundledSchemes: readonly Scheme[] = [national2020, nationalCost, hubei20, sichuan, chongqing, hunan2013, twoDimension].map(
  read,
)

/** A bundled scheme by its id (`national-2020`); null where there is none. */
export const bundledScheme = (id: string): Scheme | null => bundledSchemes.find((scheme) => scheme.id === id) ?? null
