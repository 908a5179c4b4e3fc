import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page'

export default function NotFound() {
  return (
    <>
      <PageHeader title="没有找到该页面" />
      <EmptyState
        title="页面不存在，或您无权查看"
        action={
          <LinkButton variant="primary" href="/">
            返回工作台
          </LinkButton>
        }
      >
        请核对地址。如确有需要，请联系管理员确认您的角色。
      </EmptyState>
    </>
  )
}
