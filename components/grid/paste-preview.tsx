'use client'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { PastePlan } from '@/lib/grid/paste'

type Props = {
  plan: PastePlan
  nameOf: (column: string) => string
  /** The number of a row: of one that is there, or of one that will be made. */
  rowOf: (row: string | number) => number
  onPaste: (agreed: boolean) => void
  onCancel: () => void
}

/** What a paste would do, where something of it is asked, does not fit, or goes by a header: nothing is done before the person agrees. */
export function PastePreview({ plan, nameOf, rowOf, onPaste, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('[data-agree]')?.focus()
  }, [])
  const { cells, asked, refused, newRows, byHeader, byName, unknownRows, overwritten, unknownColumns, sumRows } = plan
  const done = (agreed: boolean) => () => {
    dialog.current?.close()
    onPaste(agreed)
  }
  return (
    <dialog
      ref={dialog}
      aria-label="请核对"
      className="m-auto max-h-[85dvh] w-[min(94vw,40rem)] overflow-auto rounded border border-line bg-surface p-5 text-left text-sm text-ink backdrop:bg-black/40"
      onClose={onCancel}
    >
      <h2 className="text-lg font-semibold">请核对</h2>
      <p className="mt-2">
        {cells.length > 0 ? `可直接填入 ${cells.length} 格${newRows > 0 ? `，新增 ${newRows} 行` : ''}。` : ''}
        {byHeader ? '已按首行的列名对应各列。' : ''}
        {byName ? '已按名称对应各行。' : ''}
        {overwritten > 0 ? `其中 ${overwritten} 格已有内容，将被替换。` : ''}
        {sumRows > 0 ? `小计、合计等 ${sumRows} 行由系统计算，不填入。` : ''}
      </p>
      {unknownRows.length > 0 && newRows > 0 ? <p className="mt-2">表中没有以下名称的行，将新增：{unknownRows.join('、')}。</p> : null}
      {unknownColumns.length > 0 ? <p className="mt-2">以下列在本表中没有，不填入：{unknownColumns.join('、')}。</p> : null}
      {asked.length > 0 ? (
        <>
          <h3 className="mt-3 font-medium">以下金额的单位与本表不同，是否换算后填入？</h3>
          <ul className="mt-1 list-disc pl-5">
            {asked.map(({ row, column, note }) => (
              <li key={`${row} ${column}`}>
                第 {rowOf(row)} 行 {nameOf(column)}：{note}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {refused.length > 0 ? (
        <>
          <h3 className="mt-3 font-medium text-danger">以下 {refused.length} 处不能填入，其余照常填入</h3>
          <ul className="mt-1 list-disc pl-5">
            {refused.map(({ row, column, typed, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same cell text may be refused twice
              <li key={index}>
                第 {row} 行{column === '' ? '' : ` ${column}`}“{typed}”：{why}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button onClick={() => dialog.current?.close()}>取消</Button>
        {asked.length === 0 || cells.length === 0 ? null : <Button onClick={done(false)}>只填入其余各格</Button>}
        <Button {...{ 'data-agree': '' }} variant="primary" onClick={done(true)}>
          {asked.length > 0 ? '换算后填入' : '填入'}
        </Button>
      </div>
    </dialog>
  )
}
