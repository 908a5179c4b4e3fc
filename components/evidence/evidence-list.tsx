'use client'
import { startTransition } from 'react'
import { DrawnForField, useDrawnFor } from '@/components/forms/drawn-for'
import { FormFeedback } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import { ConfirmDialog } from '@/components/ui/dialog'
import { DRAWN_FOR } from '@/lib/forms/drawn-for'
import type { removeEvidenceForm } from '@/lib/forms/evidence'
import { fieldsOf } from '@/lib/forms/fields'
import { EvidenceLinks } from './evidence-links'
import type { EvidenceGroup, ShownEvidence } from './shown-evidence'

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

function EvidenceRow({ evaluationId, file, ask }: RowProps) {
  const { id, name, about, same } = file
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 px-3 py-2 text-sm">
      <div className="min-w-0 flex-1 basis-60">
        <p className="break-all">{name}</p>
        <p className="text-muted">{about}</p>
        {same === null ? null : <p className="text-muted">{same}</p>}
      </div>
      <div className="flex flex-wrap">
        <EvidenceLinks evaluationId={evaluationId} file={file} />
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
