'use client'
import { type ComponentProps, useCallback } from 'react'
import { flushSync } from 'react-dom'
import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { Button } from '@/components/ui/button'
import { goTo } from '@/components/ui/go-to'
import type { Draft } from '@/lib/forms/generated-texts'
import { newRowId } from '@/lib/forms/saving/new-rows'
import { BasisNote } from './basis-note'
import { BlockList } from './block-list'
import { useIdsIn } from './use-rows'

type Props = ComponentProps<typeof BlockList> & { drafts: readonly Draft[] }

/** Texts of one's own that may be begun with what the data say; those that were say when the data have moved. */
export function DraftedTexts({ drafts, ...list }: Props) {
  const { readOnly } = useCellForm()
  const taken = useBases(useIdsIn(list.place, list.ids))
  const take = useTakingOver(list.place)
  return (
    <div>
      <BlockList {...list} below={(block) => <BasisNote block={block} drafts={drafts} taken={taken} />} />
      {readOnly || drafts.length === 0 || taken.some((basis) => basis !== '') ? null : (
        <Button variant="quiet" className="mt-1" onClick={() => take(drafts)}>
          由数据起草{list.noun}
        </Button>
      )}
    </div>
  )
}

/** From what each of the blocks was made. */
export const useBases = (ids: readonly string[]): string[] =>
  useFormState((store) => ids.map((id) => store.value(`narrative/${id}/basis`)).join('\u0000')).split('\u0000')

/** Makes texts of drafts, one change, and goes to the first. */
export function useTakingOver(place: Props['place']): (drafts: readonly Draft[]) => void {
  const { store, announce } = useCellForm()
  return useCallback(
    (drafts) => {
      const ids = drafts.map(newRowId)
      flushSync(() =>
        store.addRows(
          drafts.map(({ kept, said }, index) => ({
            row: { ...place, id: ids[index] ?? '', shape: { kind: 'paragraph', level: 1 } },
            texts: { text: kept, basis: said },
          })),
        ),
      )
      announce('已由数据起草，可以修改')
      goTo(`narrative/${ids[0]}/text`)
    },
    [store, announce, place],
  )
}
