'use server'
import { z } from 'zod'
import { acting } from '@/app/acting'
import { conflictTexts } from '@/app/evaluations/[id]/conflicts'
import { readTypedValue } from '@/app/evaluations/[id]/typed-value'
import { saveProjectCells } from '@/lib/data/change/project-cells'
import type { CellChange } from '@/lib/data/change/save-cells'
import { isAddress, readProjectCell } from '@/lib/domain/cells/addresses'
import { asCellsOf, removedWith, together } from '@/lib/forms/saving/answers-of-projects'
import { SAVE_SIGNED_OUT } from '@/lib/forms/saving/form-answers'
import { nothingSaved, type SaveAnswer } from '@/lib/forms/saving/save-form'
import { refusalSentence } from '@/lib/messages/refusals'

const typedCells = z
  .array(
    z.object({
      address: z.string().min(1).max(200),
      seen: z.number().int().min(0),
      text: z.string().max(1000),
      anew: z.boolean().default(false),
    }),
  )
  .max(6000)
type Typed = z.infer<typeof typedCells>

/** 保存各项目的资金: cells of many projects in one; `rows` is there because forms send it, and no form of figures adds any. */
export const saveProjectFigures = acting(
  async (viewer, evaluationId: string, typed: unknown, _rows: unknown): Promise<SaveAnswer> => {
    const cells = typedCells.safeParse(typed)
    const id = z.string().safeParse(evaluationId)
    if (!cells.success || !id.success) return nothingSaved(refusalSentence({ code: 'invalid-form' }))
    const byProject = new Map<string, Typed>()
    for (const cell of cells.data) {
      const project = readProjectCell(cell.address)?.project ?? ''
      byProject.set(project, [...(byProject.get(project) ?? []), cell])
    }
    const read = new Map([...byProject].map(([project, sent]) => [project, readCells(sent)]))
    const written = await saveProjectCells(viewer, id.data, new Map([...read].map(([project, { changes }]) => [project, changes])))
    if (!written.ok) return nothingSaved(refusalSentence(written.refusal))
    return together(
      [...read].map(([project, { refusals }]) => {
        const saved = written.value.get(project)
        if (saved === undefined) return removedWith(byProject.get(project) ?? [])
        return asCellsOf(project, {
          saved: saved.saved,
          refusals: [...refusals, ...saved.refusals.map((one) => ({ address: one.address, message: refusalSentence(one.refusal) }))],
          conflicts: saved.conflicts.map((conflict) => conflictTexts(viewer, conflict)),
          message: null,
        })
      }),
    )
  },
  (refusal) => (refusal.code === 'signed-out' ? SAVE_SIGNED_OUT : nothingSaved(refusalSentence(refusal))),
)

/** What was typed into the cells of one project, and what cannot stand there. */
function readCells(sent: Typed): { changes: CellChange[]; refusals: { address: string; message: string }[] } {
  const changes: CellChange[] = []
  const refusals: { address: string; message: string }[] = []
  for (const { address: text, seen, text: typed, anew } of sent) {
    const address = readProjectCell(text)?.at ?? text
    const value = readTypedValue(address, typed)
    if (value.ok && isAddress(address)) changes.push({ address, seen, value: value.value, anew })
    else if (!value.ok) refusals.push({ address, message: refusalSentence(value.refusal) })
  }
  return { changes, refusals }
}
