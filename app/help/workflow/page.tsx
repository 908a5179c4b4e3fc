import { PageHeader, Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { WORKFLOW } from '@/lib/domain/review/review'
import { activityLabels } from '@/lib/messages/help/workflow'
import { nodeLabels, roleLabels, stateLabel } from '@/lib/messages/labels'

export const metadata = { title: '办理流程' }

/** The table of states, as the program itself decides by it. */
export default function HelpWorkflowPage() {
  return (
    <>
      <PageHeader
        title="办理流程"
        description="填报人送审后，依次经方案所设的审核环节，最后由财政复核。未列出的操作不能进行。"
        breadcrumb={[{ label: '帮助', href: '/help' }, { label: '办理流程' }]}
      />
      <Section title="谁在什么状态可以做什么">
        <Table caption="状态、环节与可办理的操作" captionHidden stickyFirst className="min-w-[36rem]">
          <thead>
            <tr>
              <Th>状态</Th>
              <Th>所在环节</Th>
              <Th>角色</Th>
              <Th>可以</Th>
            </tr>
          </thead>
          <tbody>
            {WORKFLOW.map(({ status, node, role, may }) => (
              <tr key={`${status} ${node} ${role}`}>
                <th scope="row" className="border-b border-line px-3 py-2 text-left align-top font-medium">
                  {stateLabel(status, node)}
                </th>
                <Td>{nodeLabels[node]}</Td>
                <Td>{roleLabels[role]}</Td>
                <Td>{may.map((activity) => activityLabels[activity]).join('、')}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      <Section title="几条约束">
        <ul className="grid max-w-3xl list-disc gap-1.5 pl-5">
          <li>同一人在同一份自评中只能办理一个环节；各环节须由不同的人办理。</li>
          <li>有错误未改正或警告未说明的，不能送审。</li>
          <li>送审后、下一环节的人打开之前，填报人可以撤回；打开以后只能由其退回。</li>
          <li>退回必须写明原因；退回后由填报人修改并重新送审。</li>
          <li>审核环节由评价方案设定，未设的环节自动跳过；财政复核始终要办理。</li>
          <li>设在主管部门的复核人只办理主管部门审核；设在其他节点（如行政区）的复核人办理财政复核、批复和公开。</li>
          <li>自评任务可为各环节设定期限；超过期限仍未办理的，在工作台和年度看板标为“已逾期”。</li>
          <li>含示例倒推数据的自评不能公开。</li>
        </ul>
      </Section>
    </>
  )
}
