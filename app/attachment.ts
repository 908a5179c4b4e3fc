import 'server-only'
import type { FileContent } from '@/lib/data/files/stored-files'
import type { Refusal } from '@/lib/domain/decision/decision'
import type { EvidenceKind } from '@/lib/domain/evaluation/evidence-file'
import { refusalSentence } from '@/lib/messages/refusals'

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

/** The same of one that the browser is to show by itself, under the policy that the server gives such addresses. */
export function shownHeaders(...file: Parameters<typeof attachmentHeaders>): Record<string, string> {
  const headers = attachmentHeaders(...file)
  return { ...headers, 'Content-Disposition': (headers['Content-Disposition'] ?? '').replace(/^attachment/, 'inline') }
}

/** A kept file, given out under its name. */
export const attachment = ({ stream, size, mediaType }: FileContent, name: string): Response =>
  new Response(stream, { headers: attachmentHeaders(mediaType, size, name, 'paper') })

/** What a browser shows by itself. Nothing of these kinds is run, and no other type is ever said. */
const SHOWN: Readonly<Partial<Record<EvidenceKind, string>>> = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg' }

/** A kept file for the browser's own viewer; of another kind, to be kept. */
export function shownInBrowser(file: FileContent, name: string, kind: EvidenceKind): Response {
  const mediaType = SHOWN[kind]
  if (mediaType === undefined) return attachment(file, name)
  return new Response(file.stream, { headers: shownHeaders(mediaType, file.size, name, 'paper') })
}

/** What cannot be written down is not handed out: to nobody (401), or at the moment (503). A file that was opened for it is closed. */
export function notHandedOut(why: Refusal, file?: FileContent): Response {
  void file?.stream.cancel()
  return new Response(refusalSentence(why), {
    status: why.code === 'signed-out' ? 401 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
