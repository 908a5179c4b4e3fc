'use client'
import { useState } from 'react'
import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { afterPress } from '@/components/ui/after-press'
import { Button } from '@/components/ui/button'
import type { Draft } from '@/lib/forms/generated-texts'
import { newRowId } from '@/lib/forms/saving/new-rows'
import { BasisNote } from './basis-note'
import { BlockList } from './block-list'
import { useBases, useTakingOver } from './drafted-texts'
import type { BlockPlace } from './marked-list'
import { useRows } from './use-rows'

const SHAPE = { kind: 'paragraph', level: 1 } as const

type Props = { ids: readonly string[]; place: BlockPlace; noun: string; drafts: readonly Draft[] }

/** A section that the data say of themselves: as they say it, as somebody edited it, or not at all. */
export function GeneratedTexts({ ids, place, noun, drafts }: Props) {
  const { store, readOnly, announce } = useCellForm()
  const blocks = useRows(place, ids, SHAPE)
  const taken = useBases(blocks.map(({ id }) => id))
  const silent = useFormState((form) => blocks.every(({ id }) => form.value(`narrative/${id}/text`) === ''))
  const take = useTakingOver(place)
  // Who empties a text to write it anew is still in its box
  const [writing, setWriting] = useState(false)
  const off = silent && !writing && taken.some((basis) => basis !== '')
  const [first] = drafts
  const switchOff = () => {
    const basis = first?.said ?? ''
    store.together(() => {
      if (blocks[0] === undefined) store.addRows([{ row: { ...place, id: newRowId(), shape: SHAPE }, texts: { basis } }])
      else if (taken[0] === '') store.edit(`narrative/${blocks[0].id}/basis`, basis)
      for (const { id } of blocks) store.edit(`narrative/${id}/text`, '')
    })
    announce(`${noun}不印入报告，按 Ctrl+Z 撤销`)
  }
  const giveBack = () => {
    store.together(() => {
      for (const block of blocks) block.remove?.()
    })
    announce(`${noun}恢复为由数据生成，按 Ctrl+Z 撤销`)
  }
  return (
    <div className="grid gap-2">
      {off ? (
        <p className="text-sm text-muted">{noun}不印入报告。</p>
      ) : blocks.length === 0 ? (
        <AsSaid drafts={drafts} />
      ) : (
        <fieldset
          aria-label={noun}
          onFocus={() => setWriting(true)}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) afterPress(() => setWriting(currentTarget.contains(document.activeElement)))
          }}
        >
          <BlockList
            ids={ids}
            place={place}
            kind="paragraph"
            noun={noun}
            rows={4}
            below={(block) => <BasisNote block={block} drafts={drafts} taken={taken} />}
          />
        </fieldset>
      )}
      {readOnly ? null : (
        <div className="flex flex-wrap gap-2">
          {blocks.length === 0 && first !== undefined ? <Button onClick={() => take(drafts)}>修改{noun}</Button> : null}
          {blocks.length > 0 ? <Button onClick={giveBack}>{noun}恢复为由数据生成</Button> : null}
          {off || first === undefined ? null : (
            <Button variant="quiet" onClick={switchOff}>
              不印{noun}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** What the data say, as it will be printed. */
const AsSaid = ({ drafts }: { drafts: readonly Draft[] }) => (
  <div className="grid gap-1 rounded border border-line bg-sunken px-3 py-2">
    <p className="text-xs text-muted">{drafts.length === 0 ? '填写数据后在此自动生成。' : '由表中数据生成，随数据更新：'}</p>
    {drafts.map(({ said }) => (
      <p key={said}>{said}</p>
    ))}
  </div>
)
