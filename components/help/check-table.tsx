import { severityTones } from '@/components/evaluation/cells/severity-tones'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { CheckCode } from '@/lib/domain/checks/facts'
import type { Severity } from '@/lib/domain/checks/findings'
import { findingWhy } from '@/lib/messages/findings'
import { severityLabels } from '@/lib/messages/form-labels'
import { checkMeanings } from '@/lib/messages/help/check-meanings'

/** Checks with what each looks for and why; a code that has several severities stands once with each. */
export function CheckTable({ caption, checks }: { caption: string; checks: readonly { code: CheckCode; severity: Severity }[] }) {
  const rows = [...new Map(checks.map((check) => [`${check.code} ${check.severity}`, check])).values()]
  return (
    <Table caption={caption} captionHidden stickyFirst className="min-w-[40rem]">
      <thead>
        <tr>
          <Th className="w-20">编号</Th>
          <Th className="w-20">级别</Th>
          <Th>检查什么</Th>
          <Th>为什么</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, severity }) => (
          <tr key={`${code} ${severity}`} id={code} className="scroll-mt-24">
            <th scope="row" className="border-b border-line px-3 py-2 text-left align-top font-medium">
              {code}
            </th>
            <Td>
              <Tag tone={severityTones[severity]}>{severityLabels[severity]}</Tag>
            </Td>
            <Td>{checkMeanings[code]}</Td>
            <Td>{findingWhy(code)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
