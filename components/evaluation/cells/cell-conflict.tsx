import dynamic from 'next/dynamic'
import { goTo } from '@/components/ui/go-to'
import { Nothing } from '@/components/ui/nothing'
import { useCell, useCellForm } from './cell-form-context'

/** Conflicts are rare: it is loaded when there is one. */
const ConflictChoice = dynamic(
  () => import('@/components/evaluation/later-parts').then((module) => module.ConflictChoice).catch(() => Nothing),
  { ssr: false },
)

/** Both values of a cell that somebody else changed; with the choice the focus goes back to the cell. */
export function CellConflict({ address }: { address: string }) {
  const form = useCellForm()
  const { conflict, text } = useCell(address)
  if (conflict === undefined || conflict.current === null) return null
  const choose = (choice: (address: string) => void) => () => {
    choice(address)
    goTo(address)
  }
  return (
    <ConflictChoice
      theirs={form.say(address, conflict.current)}
      mine={form.say(address, text)}
      byName={conflict.byName}
      own={conflict.own}
      at={conflict.at}
      keepMine={choose(form.store.keepMine)}
      takeTheirs={choose(form.store.takeTheirs)}
    />
  )
}
