'use client'
import { type DragEvent, useId, useState } from 'react'
import { useLeavingGuard } from '@/components/forms/leaving-guard'
import { classNames } from '@/components/ui/class-names'
import { Field, FileInput, fieldProps, Select } from '@/components/ui/field'
import { useRefresh } from '@/components/ui/use-refresh'
import { isUnderWay } from '@/lib/forms/upload-queue'
import { EarlierUploads, UploadList } from './upload-list'
import { useUploads } from './use-uploads'

/** A place that evidence can be brought for, in the group that it is listed in. */
export type PlaceChoice = { place: string; label: string; group: string }

const HINT = '可一次选择多个文件，也可以把文件拖到这里。PDF、JPG、PNG、DOCX、XLSX 或 OFD，每个不超过 50 MB。'
const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.ofd'
const COMFORT = '离开后，重新选择同一文件会从断点继续'

type Props = {
  evaluationId: string
  places: readonly PlaceChoice[]
  initial: string
  onKept?: () => void
  /** Fulfilled once the server knows the place; absent where it does. */
  whenThere?: () => Promise<void>
}

/** Brings files of 佐证材料 for a place that is chosen, or the only one that there is. */
export function EvidenceUpload({ evaluationId, places, initial, onKept, whenThere }: Props) {
  const refresh = useRefresh()
  const [place, choose] = useState(initial)
  const { uploads, queue, earlier, forget } = useUploads(evaluationId, onKept ?? refresh, whenThere)
  const [over, setOver] = useState(false)
  const id = useId()
  const waiting = uploads.filter(isUnderWay).length
  useLeavingGuard(waiting === 0 ? null : `有 ${waiting} 个文件没有传完`, false, COMFORT)
  const bring = (files: FileList | null) => {
    if (files !== null && files.length > 0) queue.add(place, [...files])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    bring(event.dataTransfer.files)
  }
  const labelOf = (at: string) => places.find((one) => one.place === at)?.label ?? '其他位置'
  return (
    <div className="grid gap-4">
      {places.length === 1 ? null : (
        <Field id={`${id}-place`} label="材料所属的位置" className="max-w-xl">
          <PlaceSelect id={`${id}-place`} places={places} place={place} choose={choose} />
        </Field>
      )}
      {/* Files are dropped with a mouse; the button within does the same by the keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen by the input as well */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames('rounded border border-dashed p-4', over ? 'border-action bg-action-soft' : 'border-line-strong')}
      >
        <Field id={`${id}-files`} label="选择文件" hint={HINT}>
          <FileInput
            {...fieldProps(`${id}-files`, HINT)}
            multiple
            accept={ACCEPTED}
            onChange={({ target }) => {
              bring(target.files)
              // The same file can be chosen once more
              target.value = ''
            }}
          />
        </Field>
      </div>
      <EarlierUploads earlier={earlier.filter((of) => places.some((one) => one.place === of.place))} forget={forget} labelOf={labelOf} />
      <UploadList uploads={uploads} queue={queue} labelOf={places.length === 1 ? null : labelOf} />
    </div>
  )
}

type SelectProps = { id: string; places: readonly PlaceChoice[]; place: string; choose: (place: string) => void }

function PlaceSelect({ id, places, place, choose }: SelectProps) {
  const groups = [...new Set(places.map(({ group }) => group))]
  return (
    <Select id={id} value={place} onChange={({ target }) => choose(target.value)}>
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {places
            .filter((one) => one.group === group)
            .map((one) => (
              <option key={one.place} value={one.place}>
                {one.label}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  )
}
