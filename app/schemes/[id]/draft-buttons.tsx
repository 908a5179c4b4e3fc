'use client'
import { discard, publish } from '@/app/schemes/actions'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback } from '@/components/forms/form-fields'
import { useSending } from '@/components/forms/sending'
import { ConfirmDialog } from '@/components/ui/dialog'
import type { draftForm } from '@/lib/forms/administration/scheme-form'
import { fieldsOf } from '@/lib/forms/state/fields'

const draftField = fieldsOf<typeof draftForm>()

/** Publishing a draft, or throwing it away; both ask first. */
export function DraftButtons({ versionId, revision }: { versionId: string; revision: number }) {
  const publishing = useSending(publish)
  const discarding = useSending(discard)
  const hidden = (
    <>
      <input type="hidden" name={draftField('versionId')} value={versionId} />
      <input type="hidden" name={draftField('seen')} value={revision} />
    </>
  )
  return (
    <div className="mb-4 flex flex-col gap-3">
      <FormFeedback form="publish" state={publishing.state} />
      <FormFeedback form="discard" state={discarding.state} />
      <div className="flex flex-wrap gap-3">
        <form id="publish-scheme" {...publishing.form}>
          <DrawnForField />
          {hidden}
          <ConfirmDialog trigger="发布" triggerVariant="primary" title="发布这个版本？" confirm="发布" form="publish-scheme">
            发布后不能修改或删除，可用于开启自评任务。已经建立的自评表仍按原来的版本计分。
          </ConfirmDialog>
        </form>
        <form id="discard-scheme" {...discarding.form}>
          <DrawnForField />
          {hidden}
          <ConfirmDialog
            trigger="删除草稿"
            triggerVariant="danger"
            title="删除这份草稿？"
            confirm="删除"
            variant="danger"
            form="discard-scheme"
          >
            草稿删除后不能恢复。
          </ConfirmDialog>
        </form>
      </div>
    </div>
  )
}
