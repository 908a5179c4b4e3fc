import { notFound } from 'next/navigation'
import { CheckTable } from '@/components/help/check-table'
import { PageHeader, Section } from '@/components/ui/page'
import { checks } from '@/lib/domain/checks/catalogue'
import { codesOf, helpPage } from '@/lib/messages/help/topics'

type Props = { params: Promise<{ topic: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: helpPage((await params).topic)?.title ?? '帮助' }
}

/** How one form is filled in, and the checks that concern it. */
export default async function HelpTopicPage({ params }: Props) {
  const page = helpPage((await params).topic)
  if (page === null) notFound()
  const codes = new Set(codesOf(page))
  const rules = checks.filter(({ code }) => codes.has(code)).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return (
    <>
      <PageHeader title={page.title} description={page.summary} breadcrumb={[{ label: '帮助', href: '/help' }, { label: page.title }]} />
      {page.parts.map(({ heading, text, items = [] }) => (
        <Section key={heading} title={heading}>
          {text ? <p className="max-w-3xl">{text}</p> : null}
          {items.length > 0 ? (
            <ul className="grid max-w-3xl list-disc gap-1.5 pl-5">
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ) : null}
        </Section>
      ))}
      {rules.length > 0 ? (
        <Section title="相关校验规则">
          <CheckTable caption="相关校验规则" checks={rules} />
        </Section>
      ) : null}
    </>
  )
}
