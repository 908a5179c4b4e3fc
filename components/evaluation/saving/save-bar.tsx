import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { OthersHere } from '@/components/evaluation/people/who-is-here'
import { SignInAgain } from '@/components/forms/answer-notice'
import { useAwake } from '@/components/ui/awake'
import { Button } from '@/components/ui/button'
import { goTo } from '@/components/ui/go-to'

type Props = { next: { href: string; label: string }; onGo: (href: string) => void; onOpen: (() => void) | null }

/** How far saving has come, always in view, and why where it has not; 保存 for who does not want to wait, and the way to what is next. `onOpen`: to the next place that is open; null where none is. */
export function SaveBar({ next, onGo, onOpen }: Props) {
  const { store } = useCellForm()
  const awake = useAwake()
  const { unsaved, saving, trouble, errors, conflicts, asked } = useFormState((all) => all.form())
  const stuck = [...errors, ...conflicts.map(({ address }) => ({ address, message: '已另有修改，请选择保留哪一个值' }))]
  const [first] = stuck
  return (
    <div className="sticky bottom-0 z-30 -mx-4 mt-4 -mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-2 sm:-mx-6 sm:px-6 print:hidden">
      {/* Said aloud where something is wrong or somebody asked, not at each pause */}
      <p role="status" aria-live={trouble !== null || first !== undefined || asked > 0 ? 'polite' : 'off'} className="text-sm">
        {trouble !== null ? (
          <span className="text-danger">
            {unsaved > 0 ? `${unsaved} 处未保存：` : ''}
            {trouble.text}
            {trouble.signedOut ? <SignInAgain /> : null}
          </span>
        ) : first !== undefined ? (
          <span className="text-danger">
            {stuck.length} 处未保存：
            <button type="button" className="text-left underline underline-offset-4" onClick={() => goTo(first.address)}>
              {store.view(first.address).label}，{first.message}
            </button>
          </span>
        ) : saving ? (
          <span className="text-muted">正在保存…</span>
        ) : unsaved > 0 ? (
          <span className="text-warning">{unsaved} 处未保存</span>
        ) : awake ? (
          <span className="text-success">已保存</span>
        ) : (
          <span className="text-muted">正在载入…</span>
        )}
      </p>
      <OthersHere />
      <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2">
        {onOpen === null ? null : (
          <Button variant="quiet" title="F8" className="max-sm:hidden" disabled={!awake} onClick={onOpen}>
            下一处未填
          </Button>
        )}
        <Button type="submit" variant="quiet" title="Ctrl+S" disabled={!awake}>
          保存
        </Button>
        <Button variant="primary" title={`下一步：${next.label}（Alt+PageDown）`} disabled={!awake} onClick={() => onGo(next.href)}>
          保存并下一步
        </Button>
      </div>
    </div>
  )
}
