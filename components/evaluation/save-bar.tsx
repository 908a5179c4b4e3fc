import { SignInAgain } from '@/components/forms/answer-notice'
import { Button } from '@/components/ui/button'
import type { SaveSummary } from '@/lib/forms/save-form'
import { useFormState } from './cell-form-context'

const looks: Record<SaveSummary['tone'], string> = { success: 'text-success', error: 'text-danger', warning: 'text-warning' }

/** 保存, always in view, and how far it has come. */
export function SaveBar() {
  const { saving, message, unsaved } = useFormState((store) => store.form())
  return (
    <div className="sticky bottom-0 z-30 -mx-4 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-3 sm:-mx-6 sm:px-6 print:hidden">
      <Button type="submit" variant="primary" aria-disabled={saving || unsaved === 0}>
        {saving ? '保存中…' : '保存'}
      </Button>
      <p role="status" className="text-sm">
        {saving ? (
          <span className="text-muted">正在保存…</span>
        ) : message ? (
          <span className={looks[message.tone]}>
            {message.text}
            {message.signedOut ? <SignInAgain /> : null}
          </span>
        ) : unsaved > 0 ? (
          <span className="text-warning">有 {unsaved} 处未保存（Ctrl+S 保存）</span>
        ) : (
          <span className="text-muted">所有内容均已保存</span>
        )}
      </p>
    </div>
  )
}
