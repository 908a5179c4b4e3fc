import type { Role } from '@/lib/domain/people/permissions'

/** The department tree around the demo units, outermost first; `parent` is a code of an earlier row, null for the root. */
export const regions = [
  { code: '99', name: '演示地区', parent: null },
  { code: '9900', name: '示例市', parent: '99' },
  { code: '9901', name: '示例区', parent: '9900' },
  { code: '4401', name: '广州市荔湾区', parent: '99' },
] as const

export type DemoUser = {
  loginName: string
  name: string
  memberships: readonly { code: string; role: Role; withSubtree: boolean }[]
}

const STREETS = ['990101', '990102', '990103', '990104']
const SOCIAL = ['990201', '990202', '990203', '990204']
const CITY = ['990301', '990302', '990303']

const at = (codes: readonly string[], role: Role): DemoUser['memberships'] => codes.map((code) => ({ code, role, withSubtree: false }))

/** Invented accounts, in the order in which they are offered at sign-in. */
export const demoUsers: readonly DemoUser[] = [
  { loginName: 'demo-jinhua-editor', name: '演示填报人（金花）', memberships: at(['440103007'], 'editor') },
  { loginName: 'demo-jinhua-approver', name: '演示单位审核人（金花）', memberships: at(['440103007'], 'approver') },
  { loginName: 'demo-street-editor', name: '演示填报人（示例镇街）', memberships: at(STREETS, 'editor') },
  { loginName: 'demo-street-approver', name: '演示单位审核人（示例镇街）', memberships: at(STREETS, 'approver') },
  { loginName: 'demo-social-editor', name: '演示填报人（示例社会事业部门）', memberships: at(SOCIAL, 'editor') },
  { loginName: 'demo-social-approver', name: '演示单位审核人（示例社会事业部门）', memberships: at(SOCIAL, 'approver') },
  { loginName: 'demo-city-editor', name: '演示填报人（示例城建应急部门）', memberships: at(CITY, 'editor') },
  { loginName: 'demo-city-approver', name: '演示单位审核人（示例城建应急部门）', memberships: at(CITY, 'approver') },
  {
    loginName: 'demo-district-reviewer',
    name: '演示复核人（示例区）',
    memberships: [{ code: '9901', role: 'reviewer', withSubtree: true }],
  },
  { loginName: 'demo-reviewer', name: '演示复核人（全部地区）', memberships: [{ code: '99', role: 'reviewer', withSubtree: true }] },
  { loginName: 'demo-administrator', name: '演示管理员', memberships: [{ code: '99', role: 'administrator', withSubtree: true }] },
]
