/** The columns by the words that stand above them; the first is what the template writes. */
export const ROSTER_COLUMNS = {
  code: ['单位代码', '部门代码', '预算单位代码', '预算单位编码', '单位编码'],
  name: ['单位名称', '部门名称', '预算单位名称', '单位', '部门'],
  kind: ['类型', '单位类型', '部门类型'],
  parentCode: ['上级代码', '上级单位代码', '上级部门代码', '主管部门代码'],
  loginName: ['用户名', '登录名', '账号'],
  person: ['姓名', '用户姓名', '人员姓名'],
  role: ['角色'],
  withSubtree: ['含下级', '含下级单位', '包含下级'],
} as const
