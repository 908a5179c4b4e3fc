/** Header in which `instrumentation.ts` keeps the address of the connection; whatever a client sends under this name is overwritten. */
export const ADDRESS_HEADER = 'x-hengji-address'

/**
 * Where a request comes from. `HENGJI_PROXIES` says how many reverse proxies of ours stand in front (0 unless set):
 * only what they wrote into `X-Forwarded-For` is believed, never what the client put before it.
 */
export function clientAddress(
  headers: Readonly<Record<string, string | undefined>>,
  proxies: string | undefined = process.env.HENGJI_PROXIES,
): string {
  const connection = headers[ADDRESS_HEADER] ?? 'unknown'
  const trusted = /^[1-9]$/.test(proxies ?? '') ? Number(proxies) : 0
  if (trusted === 0) return connection
  const chain = (headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim())
  return chain.at(-trusted) || connection
}
