import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useDrawnFor } from '@/components/forms/drawn-for'
import { useRemembered } from '@/components/forms/remembered'
import type { UploadAnswer } from '@/lib/forms/evidence'
import { isUnderWay, keyOf, type Upload, type UploadOf, type UploadQueue, uploadQueue } from '@/lib/forms/upload-queue'

const NONE: readonly Upload[] = []
const TOLD_AFTER_MS = 700

/**
 * The uploads of a page of 佐证材料, with those that an earlier page did not finish. `onKept` is told soon after files are kept; nothing is
 * sent before `whenThere` is fulfilled.
 */
export function useUploads(
  evaluationId: string,
  onKept: () => void,
  whenThere?: () => Promise<void>,
): { uploads: readonly Upload[]; queue: UploadQueue; earlier: readonly UploadOf[]; forget: (of: UploadOf) => void } {
  const drawnFor = useDrawnFor()
  const told = useRef(onKept)
  told.current = onKept
  const soon = useRef<ReturnType<typeof setTimeout> | null>(null)
  const there = useRef(whenThere)
  there.current = whenThere
  const queue = useMemo(
    () =>
      uploadQueue({
        send: async (...sent) => {
          await there.current?.()
          return sendPart(evaluationId, drawnFor, ...sent)
        },
        rest,
        kept: () => {
          // Of hundreds of files each would draw the page anew
          soon.current ??= setTimeout(() => {
            soon.current = null
            told.current()
          }, TOLD_AFTER_MS)
        },
      }),
    [evaluationId, drawnFor],
  )
  const uploads = useSyncExternalStore(queue.subscribe, queue.shown, () => NONE)
  const { earlier, forget } = useEarlier(evaluationId, uploads)
  return { uploads, queue, earlier, forget }
}

/** One part of a file. Throws where nobody answers, or the server says that it cannot at the moment. */
async function sendPart(evaluationId: string, drawnFor: string, of: UploadOf, from: number, part: ArrayBuffer): Promise<UploadAnswer> {
  const { place, name, size, changed } = of
  const asked = new URLSearchParams({ place, name, size: String(size), changed, from: String(from), drawnFor })
  const answer = await fetch(`/evaluations/${evaluationId}/evidence/file?${asked}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: part,
  })
  if (answer.ok) return answer.json()
  if (answer.status === 408 || answer.status === 429 || answer.status >= 500) throw new Error(String(answer.status))
  return { ok: false, message: (await answer.text()).trim() || '没有上传。请刷新页面后重试。' }
}

const LONGEST_REST_MS = 30_000

/** Longer from try to try, and over as soon as the browser is connected again. */
const rest = (tries: number): Promise<void> =>
  new Promise((done) => {
    const end = setTimeout(over, Math.min(LONGEST_REST_MS, 1000 * 2 ** tries))
    function over() {
      clearTimeout(end)
      window.removeEventListener('online', over)
      done()
    }
    window.addEventListener('online', over)
  })

/** What was begun in this browser and not finished: a page that is loaded again has no hold of the files, and says which to choose once more. */
function useEarlier(evaluationId: string, uploads: readonly Upload[]): { earlier: readonly UploadOf[]; forget: (of: UploadOf) => void } {
  const [remembered, remember] = useRemembered(`uploads ${evaluationId}`)
  const [forgotten, setForgotten] = useState<ReadonlySet<string>>(new Set())
  const all = useMemo(() => read(remembered), [remembered])
  const here = new Set(uploads.map(({ key }) => key))
  const earlier = all.filter((of) => !here.has(keyOf(of)) && !forgotten.has(keyOf(of)))
  const open = uploads.filter(isUnderWay).map(({ place, name, size, changed }) => ({ place, name, size, changed }))
  const now = JSON.stringify([...earlier, ...open])
  useEffect(() => {
    if (now !== (remembered || '[]')) remember(now === '[]' ? '' : now)
  }, [now, remembered, remember])
  const forget = useCallback((of: UploadOf) => setForgotten((before) => new Set(before).add(keyOf(of))), [])
  return { earlier, forget }
}

function read(text: string): UploadOf[] {
  try {
    const all: unknown = JSON.parse(text || '[]')
    return Array.isArray(all) ? all.filter((one) => typeof one?.name === 'string' && typeof one?.place === 'string') : []
  } catch {
    return []
  }
}
