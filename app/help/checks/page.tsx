import { CheckTable } from '@/components/help/check-table'
import { PageHeader, Section } from '@/components/ui/page'
import { checks } from '@/lib/domain/checks/catalogue'

export const metadata = { title: '校验规则' }

const kinds = [
  { letter: 'F', title: '收支与执行率' },
  { letter: 'K', title: '指标与得分' },
  { letter: 'T', title: '文字与完整性' },
  { letter: 'E', title: '佐证材料' },
] as const

/** The whole catalogue of checks. */
export default function HelpChecksPage() {
  return (
    <>
      <PageHeader
        title="校验规则"
        description="错误须改正后才能送审；警告须改正或说明；提示供参考。标注“核对打印表”的规则只在读入已印好的自评表时使用。"
        breadcrumb={[{ label: '帮助', href: '/help' }, { label: '校验规则' }]}
      />
      {kinds.map(({ letter, title }) => (
        <Section key={letter} title={title}>
          <CheckTable
            caption={title}
            checks={checks.filter(({ code }) => code.startsWith(letter)).toSorted((a, b) => (a.code < b.code ? -1 : 1))}
          />
        </Section>
      ))}
    </>
  )
}
