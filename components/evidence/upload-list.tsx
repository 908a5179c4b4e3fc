import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isUnderWay, keyOf, type Upload, type UploadOf, type UploadQueue, type UploadState } from '@/lib/forms/upload-queue'

const states: Readonly<Record<UploadState, string>> = {
  waiting: '等待上传',
  sending: '正在上传',
  offline: '连接中断，恢复后自动继续',
  paused: '已暂停',
  failed: '没有上传',
  kept: '已上传',
}

const share = ({ received, size }: Upload): number => (size === 0 ? 0 : Math.floor((received / size) * 100))

type LabelOf = (place: string) => string
type Props = { uploads: readonly Upload[]; queue: UploadQueue; labelOf: LabelOf | null }

/** Files on their way, each with how far it is and what can be done with it. */
export function UploadList({ uploads, queue, labelOf }: Props) {
  const open = uploads.filter(isUnderWay).length
  const failed = uploads.filter(({ state }) => state === 'failed').length
  const kept = uploads.length - open - failed
  return (
    <>
      {/* Not every part of every file is read aloud: how many are over */}
      <p role="status" className="text-sm text-muted">
        {uploads.length === 0
          ? ''
          : `共 ${uploads.length} 个文件，已上传 ${kept} 个${failed === 0 ? '' : `，没有上传 ${failed} 个`}${open === 0 ? '。' : `，还有 ${open} 个。`}`}
      </p>
      {uploads.length === 0 ? null : (
        <ul aria-label="本次上传" className="divide-y divide-line rounded border border-line">
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} queue={queue} label={labelOf?.(upload.place) ?? null} />
          ))}
        </ul>
      )}
    </>
  )
}

function UploadRow({ upload, queue, label }: { upload: Upload; queue: UploadQueue; label: string | null }) {
  const { key, name, state, message } = upload
  return (
    <li className="grid gap-1 px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="min-w-0 font-medium break-all">
          {name}
          {label === null ? null : <span className="ml-2 font-normal text-muted">{label}</span>}
        </p>
        <span className="flex items-center gap-1">
          <span className={state === 'failed' ? 'text-danger' : 'text-muted'}>
            {states[state]}
            {isUnderWay(upload) ? ` ${share(upload)}%` : ''}
          </span>
          <UploadButtons upload={upload} queue={queue} />
        </span>
      </div>
      {isUnderWay(upload) ? (
        <progress className="h-2 w-full accent-action" max={100} value={share(upload)} aria-label={`${name} 的上传进度`} />
      ) : null}
      {message === null ? null : (
        <p className="text-danger">
          <span className="sr-only">错误：</span>
          {message}
        </p>
      )}
      {state === 'kept' ? (
        <Button variant="quiet" className="justify-self-start px-0" aria-label={`收起：${name}`} onClick={() => queue.drop(key)}>
          收起
        </Button>
      ) : null}
    </li>
  )
}

function UploadButtons({ upload: { key, name, state }, queue }: { upload: Upload; queue: UploadQueue }) {
  if (state === 'kept') return null
  const isResting = state === 'paused' || state === 'failed'
  const go = state === 'failed' ? '重试' : '继续'
  return (
    <>
      <Button
        variant="quiet"
        aria-label={`${isResting ? go : '暂停'}：${name}`}
        onClick={() => (isResting ? queue.resume(key) : queue.pause(key))}
      >
        {isResting ? go : '暂停'}
      </Button>
      <Button variant="quiet" aria-label={`取消：${name}`} onClick={() => queue.drop(key)}>
        取消
      </Button>
    </>
  )
}

type EarlierProps = { earlier: readonly UploadOf[]; forget: (of: UploadOf) => void; labelOf: LabelOf }

/** What an earlier page did not finish: the browser gives a file only to the page in which it was chosen. */
export function EarlierUploads({ earlier, forget, labelOf }: EarlierProps) {
  if (earlier.length === 0) return null
  return (
    <Notice tone="warning" title={`有 ${earlier.length} 个文件上次没有传完，重新选择同一文件（位置相同）即从断点继续`}>
      <ul>
        {earlier.map((of) => (
          <li key={keyOf(of)} className="flex flex-wrap items-center gap-x-2 break-all">
            {of.name}（{labelOf(of.place)}）
            <Button variant="quiet" aria-label={`不再提示：${of.name}`} onClick={() => forget(of)}>
              不再提示
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
