import { Section } from '@/components/ui/page'

type Left = { from: number; text: string; label: string; where: string }

/** What of a paper found no place in the form: it stays listed, so that nobody has to look for it. */
export function LeftOut({ left }: { left: readonly Left[] }) {
  return (
    <Section
      id="left-out"
      title={`未归入表单的内容（${left.length} 处）`}
      description="以下内容没有读懂，或者表中没有对应的位置，需要时请自行填写。"
      className="mt-4"
    >
      <ul className="divide-y divide-line text-sm">
        {left.map(({ from, text, label, where }) => (
          <li key={from} className="py-2">
            <span className="text-muted">{where}　</span>
            {label === '' ? null : <span>{label}　</span>}
            <span className="break-words whitespace-pre-line">{text}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
