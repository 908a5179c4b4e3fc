import { Tag } from '@/components/ui/tag'
import { UNVERIFIED_MARK } from '@/lib/messages/labels'

/** 草稿 or 已发布, and 示例 where the version was not checked against its regulation. */
export function SchemeTags({ published, verified }: { published: boolean; verified: boolean }) {
  return (
    <span className="inline-flex gap-1">
      <Tag tone={published ? 'success' : 'info'}>{published ? '已发布' : '草稿'}</Tag>
      {verified ? null : <Tag tone="warning">{UNVERIFIED_MARK}</Tag>}
    </span>
  )
}
