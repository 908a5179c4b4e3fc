import { useFormState } from '@/components/evaluation/cells/cell-form-context'
import { useLeavingGuard } from '@/components/forms/leaving-guard'

/** Asks before a form is left in which something is not saved. */
export function LeavingGuard() {
  const { unsaved, trouble, errors, conflicts } = useFormState((store) => store.form())
  useLeavingGuard(unsaved === 0 ? null : `有 ${unsaved} 处未保存`, trouble === null && errors.length + conflicts.length === 0)
  return null
}
