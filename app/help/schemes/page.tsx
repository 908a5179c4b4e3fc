import { PageHeader, Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { sayScheme } from '@/lib/messages/help/schemes'
import { UNVERIFIED_MARK } from '@/lib/messages/labels'

export const metadata = { title: '评价方案' }

/** The bundled schemes in words. Which one an evaluation uses stands at its head. */
export default function HelpSchemesPage() {
  return (
    <>
      <PageHeader
        title="评价方案"
        description={`标“${UNVERIFIED_MARK}”的方案尚未与文件原文逐条核对，仅供参考，以当地文件为准。每份自评使用的方案写在页面上方。`}
        breadcrumb={[{ label: '帮助', href: '/help' }, { label: '评价方案' }]}
      />
      {bundledSchemes.map((scheme) => (
        <SchemeRulesSection key={scheme.id} scheme={scheme} />
      ))}
    </>
  )
}

function SchemeRulesSection({ scheme }: { scheme: Scheme }) {
  return (
    <Section
      id={scheme.id}
      title={
        <>
          {scheme.name} {scheme.verified ? null : <Tag tone="warning">{UNVERIFIED_MARK}</Tag>}
        </>
      }
      description={scheme.basis.length > 0 ? `参照：${scheme.basis.join('；')}` : undefined}
    >
      <Table caption={`${scheme.name}：分值`} captionHidden>
        <thead>
          <tr>
            <Th>一级</Th>
            <Th numeric>分值</Th>
            <Th>二级</Th>
          </tr>
        </thead>
        <tbody>
          {scheme.execution === null ? null : (
            <tr>
              <th scope="row" className="border-b border-line px-3 py-2 text-left font-normal">
                预算执行率
              </th>
              <Td numeric>{scheme.execution.maxScore}</Td>
              <Td />
            </tr>
          )}
          {scheme.dimensions.map(({ name, maxScore, groups }) => (
            <tr key={name}>
              <th scope="row" className="border-b border-line px-3 py-2 text-left align-top font-normal">
                {name}
              </th>
              <Td numeric>{maxScore ?? '不限'}</Td>
              <Td>{groups.map((group) => `${group.name}${group.maxScore === null ? '' : `（${group.maxScore}）`}`).join('、')}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <dl className="mt-4 grid max-w-3xl gap-3">
        {sayScheme(scheme).map(({ heading, sentences }) => (
          <div key={heading}>
            <dt className="font-medium">{heading}</dt>
            {sentences.map((sentence) => (
              <dd key={sentence} className="text-sm">
                {sentence}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  )
}
