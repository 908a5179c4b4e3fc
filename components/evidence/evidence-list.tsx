'use client'
import { startTransition, useRef, useState } from 'react'
import { DrawnForField, useDrawnFor } from '@/components/forms/drawn-for'
import { FormFeedback } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import { Button } from '@/components/ui/button'
import { Question } from '@/components/ui/dialog'
import type { removeEvidenceForm } from '@/lib/forms/evidence'
import { DRAWN_FOR } from '@/lib/forms/saving/drawn-for'
import { fieldsOf } from '@/lib/forms/state/fields'
import { EvidenceFiles } from './evidence-files'
import type { EvidenceGroup, ShownEvidence } from './shown-evidence'

const field = fieldsOf<typeof removeEvidenceForm>()

type Props = { evaluationId: string; groups: readonly EvidenceGroup[]; remove: FormAction | null }
type Ask = (file: ShownEvidence) => void

/** 佐证材料 by the places that they belong to. `remove`: null where nothing may be removed now. */
export function EvidenceList({ evaluationId, groups, remove }: Props) {
  if (remove === null) return <Groups groups={groups} ask={null} />
  return <RemovableList evaluationId={evaluationId} groups={groups} remove={remove} />
}

/** One question for all of them: a dialog each would weigh more than the files. */
function RemovableList({ evaluationId, groups, remove }: Props & { remove: FormAction }) {
  const { state, form } = useSending(remove)
  const drawnFor = useDrawnFor()
  const dialog = useRef<HTMLDialogElement>(null)
  const [asked, setAsked] = useState<ShownEvidence | null>(null)
  const ask = (file: ShownEvidence) => {
    setAsked(file)
    dialog.current?.showModal()
  }
  const send = () => {
    if (asked === null) return
    const data = new FormData()
    data.set(DRAWN_FOR, drawnFor)
    data.set(field('evaluationId'), evaluationId)
    data.set(field('evidence'), asked.id)
    startTransition(() => form.action(data))
  }
  return (
    <form {...form} className="grid gap-4">
      <DrawnForField />
      <FormFeedback form="evidence" state={state} />
      <Groups groups={groups} ask={ask} />
      <Question dialog={dialog} title="删除佐证材料" confirm="删除" variant="danger" onConfirm={send}>
        <p className="break-all">将删除“{asked?.name}”。需要时可重新上传；操作日志中留有记录。</p>
      </Question>
    </form>
  )
}

function Groups({ groups, ask }: { groups: readonly EvidenceGroup[]; ask: Ask | null }) {
  return (
    <div className="grid gap-5">
      {groups.map(({ place, label, count, files }) => (
        <section key={place} aria-label={label}>
          <h3 className="mb-1 font-medium break-words">
            {label}{' '}
            <span className="font-normal text-muted tabular-nums">
              {count} 个{files.length === count ? '' : `，本页 ${files.length} 个`}
            </span>
          </h3>
          <EvidenceFiles
            files={files}
            label={label}
            {...(ask === null ? {} : { beside: (file) => <RemoveButton file={file} ask={ask} /> })}
          />
        </section>
      ))}
    </div>
  )
}

const RemoveButton = ({ file, ask }: { file: ShownEvidence; ask: Ask }) => (
  <Button variant="quiet" aria-label={`删除：${file.name}`} onClick={() => ask(file)}>
    删除
  </Button>
)
