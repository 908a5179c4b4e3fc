import 'server-only'
import type { FileContent } from '@/lib/data/files/stored-files'

/** What encodeURIComponent leaves, though RFC 5987 does not allow it in a file name. */
const percentEncoded = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/** What a browser is told of a file that it is to keep and never to show. */
export const attachmentHeaders = (mediaType: string, size: number, name: string, plainName: string): Record<string, string> => ({
  'Content-Type': mediaType,
  'Content-Disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percentEncoded)}`,
  'Content-Length': String(size),
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
})

/** A kept file, given out under its name. */
export const attachment = ({ stream, size, mediaType }: FileContent, name: string): Response =>
  new Response(stream, { headers: attachmentHeaders(mediaType, size, name, 'paper') })
