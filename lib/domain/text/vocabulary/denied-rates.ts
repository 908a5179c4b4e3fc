/** Rates of what was turned down, by their names. */
export const NAMES_DENIED = /(不(?:予)?(?:起诉|批捕|捕|批准逮捕|逮捕))率(?:（[^）]*）)?(?:已|约)?(?:为|达到?|是)*$/
/** What was turned down, and what was not. */
export const SIDES: readonly (readonly [denied: RegExp, granted: RegExp])[] = [
  [/不(?:予)?起诉/, /起诉/],
  [/不(?:予)?(?:批准)?(?:逮捕|批捕|捕)/, /(?<!不|不予|不批准)(?:逮捕|批捕)/],
]
