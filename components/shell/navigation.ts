import { hasRoleAnywhere, type Role, type Viewer } from '@/lib/domain/people/permissions'

export type NavigationEntry = { href: string; label: string }

const ENTRIES: readonly (NavigationEntry & { roles: readonly Role[] | 'all' })[] = [
  { href: '/', label: '工作台', roles: 'all' },
  { href: '/dashboard', label: '年度看板', roles: ['reviewer', 'administrator'] },
  { href: '/rounds', label: '自评任务', roles: ['administrator'] },
  { href: '/schemes', label: '评价方案', roles: ['administrator'] },
  { href: '/departments', label: '部门', roles: ['administrator'] },
  { href: '/users', label: '用户', roles: ['administrator'] },
  { href: '/jobs', label: '后台任务', roles: ['administrator'] },
  { href: '/audit', label: '操作日志', roles: ['administrator'] },
  { href: '/help', label: '帮助', roles: 'all' },
]

/** What the header offers this person. What they may see or do there is decided in lib/data. */
export const navigationFor = (viewer: Viewer): NavigationEntry[] =>
  ENTRIES.filter(({ roles }) => roles === 'all' || roles.some((role) => hasRoleAnywhere(viewer, role))).map(({ href, label }) => ({
    href,
    label,
  }))
