import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page'
import { entryTopics, generalTopics, helpPage } from '@/lib/messages/help/topics'

export const metadata = { title: '帮助' }

const rules = [
  { href: '/help/checks', title: '校验规则', summary: '每条规则的含义和理由。' },
  { href: '/help/workflow', title: '办理流程', summary: '各环节由谁办理、可以做什么。' },
  { href: '/help/schemes', title: '评价方案', summary: '各方案的分值、计分规则和等级。' },
]

export default function HelpIndexPage() {
  return (
    <>
      <PageHeader title="帮助" description="每张表怎样填、数从哪里来、每条规则是什么意思。所引文件以当地最新规定为准。" />
      <Section title="填写各部分">
        <Topics entries={entryTopics.map(entryOf)} />
      </Section>
      <Section title="保存、送审与报告">
        <Topics entries={generalTopics.map(entryOf)} />
      </Section>
      <Section title="规则">
        <Topics entries={rules} />
      </Section>
    </>
  )
}

type Entry = { href: string; title: string; summary: string }

const entryOf = (topic: string): Entry => ({
  href: `/help/${topic}`,
  title: helpPage(topic)?.title ?? '',
  summary: helpPage(topic)?.summary ?? '',
})

function Topics({ entries }: { entries: readonly Entry[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-3 md:grid-cols-2">
      {entries.map(({ href, title, summary }) => (
        <div key={href}>
          <dt>
            <Link href={href} className="font-medium text-action underline-offset-4 hover:underline">
              {title}
            </Link>
          </dt>
          <dd className="text-sm text-muted">{summary}</dd>
        </div>
      ))}
    </dl>
  )
}
