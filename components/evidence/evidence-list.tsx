'use client'
import { startTransition } from 'react'
import { DrawnForField, useDrawnFor } from '@/components/forms/drawn-for'
import { FormFeedback } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import { FileButton } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { DRAWN_FOR } from '@/lib/forms/drawn-for'
import type { removeEvidenceForm } from '@/lib/forms/evidence'
import { fieldsOf } from '@/lib/forms/fields'

/** A file of 佐证材料 as it is shown. `about`: its kind, size, and who brought it when; `same`: where the same bytes are, too. */
export type ShownEvidence = { id: string; name: string; about: string; isShown: boolean; same: string | null }
export type EvidenceGroup = { place: string; label: string; files: readonly ShownEvidence[] }

const field = fieldsOf<typeof removeEvidenceForm>()

type Props = { evaluationId: string; groups: readonly EvidenceGroup[]; remove: FormAction | null }

/** 佐证材料 by the places that they belong to. `remove`: null where nothing may be removed now. */
export function EvidenceList({ evaluationId, groups, remove }: Props) {
  if (remove === null) return <Groups evaluationId={evaluationId} groups={groups} ask={null} />
  return <RemovableList evaluationId={evaluationId} groups={groups} remove={remove} />
}

function RemovableList({ evaluationId, groups, remove }: Props & { remove: FormAction }) {
  const { state, form } = useSending(remove)
  const drawnFor = useDrawnFor()
  const ask = (id: string) => {
    const data = new FormData()
    data.set(DRAWN_FOR, drawnFor)
    data.set(field('evaluationId'), evaluationId)
    data.set(field('evidence'), id)
    startTransition(() => form.action(data))
  }
  return (
    <form {...form} className="grid gap-4">
      <DrawnForField />
      <FormFeedback form="evidence" state={state} />
      <Groups evaluationId={evaluationId} groups={groups} ask={ask} />
    </form>
  )
}

function Groups({ evaluationId, groups, ask }: Omit<Props, 'remove'> & { ask: ((id: string) => void) | null }) {
  return (
    <div className="grid gap-5">
      {groups.map(({ place, label, files }) => (
        <section key={place} aria-label={label}>
          <h3 className="font-medium break-words">
            {label} <span className="font-normal text-muted tabular-nums">{files.length} 个</span>
          </h3>
          <ul className="mt-1 divide-y divide-line rounded border border-line">
            {files.map((file) => (
              <EvidenceRow key={file.id} evaluationId={evaluationId} file={file} ask={ask} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

type RowProps = { evaluationId: string; file: ShownEvidence; ask: ((id: string) => void) | null }

function EvidenceRow({ evaluationId, file: { id, name, about, isShown, same }, ask }: RowProps) {
  const href = `/evaluations/${evaluationId}/evidence/file?evidence=${id}`
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 px-3 py-2 text-sm">
      <div className="min-w-0 flex-1 basis-60">
        <p className="break-all">{name}</p>
        <p className="text-muted">{about}</p>
        {same === null ? null : <p className="text-muted">{same}</p>}
      </div>
      <div className="flex flex-wrap">
        {isShown ? (
          <FileButton variant="quiet" href={`${href}&show`} target="_blank" rel="noopener" aria-label={`预览：${name}（新窗口）`}>
            预览
          </FileButton>
        ) : null}
        <FileButton variant="quiet" href={href} aria-label={`下载：${name}`}>
          下载
        </FileButton>
        {ask === null ? null : (
          <ConfirmDialog
            trigger="删除"
            triggerLabel={`删除：${name}`}
            triggerVariant="quiet"
            title="删除佐证材料"
            confirm="删除"
            variant="danger"
            onConfirm={() => ask(id)}
          >
            <p className="break-all">将删除“{name}”。需要时可重新上传；操作日志中留有记录。</p>
          </ConfirmDialog>
        )}
      </div>
    </li>
  )
}
