/** Header in which the server before Next.js (`scripts/server`) keeps where a request comes from; a client's own is dropped there. */
const ADDRESS_HEADER = 'x-hengji-address'

/** Where a request comes from: the address of its connection, or what the reverse proxies of ours say (`HENGJI_PROXIES`). */
export const clientAddress = (headers: Readonly<Record<string, string | undefined>>): string => headers[ADDRESS_HEADER] ?? 'unknown'
