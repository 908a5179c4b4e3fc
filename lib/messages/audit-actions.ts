import type { AuditAction } from '@/lib/domain/record/audit-payloads'

/** What the actions of the 操作日志 are called. */
const labels: Readonly<Record<AuditAction, string>> = {
  'session.open': '登录',
  'session.refuse': '登录失败',
  'session.close': '退出登录',
  'account.change-password': '修改本人密码',
  'users.create': '新建用户',
  'users.rename': '修改用户姓名',
  'users.disable': '停用账号',
  'users.enable': '启用账号',
  'users.reset-password': '重置密码',
  'users.grant': '授予角色',
  'users.revoke': '撤销角色',
  'departments.add': '新增部门',
  'departments.rename': '修改部门名称或代码',
  'departments.move': '移动部门',
  'departments.close': '撤销部门',
  'departments.reopen': '恢复部门',
  'rounds.open': '开启自评任务',
  'rounds.add-departments': '补充自评部门',
  'rounds.add-group': '增加部门组',
  'rounds.set-deadlines': '设定期限',
  'rounds.void': '作废自评任务',
  'results.recompute': '核对已存得分',
  'jobs.stop': '停止后台任务',
  'jobs.continue': '继续后台任务',
  'schemes.store': '装入评价方案',
  'schemes.copy': '复制评价方案',
  'schemes.edit': '修改评价方案',
  'schemes.publish': '发布评价方案',
  'schemes.discard': '删除评价方案草稿',
  'evaluations.open': '建立自评表',
  'evaluations.extend': '调整期限',
  'evaluations.take-out': '移出自评任务',
  'projects.add': '新增项目',
  'projects.rename': '项目改名',
  'projects.remove': '移除项目',
  'cells.save': '填报、复核评分',
  'rows.add': '新增行',
  'rows.carry': '沿用上年',
  'rows.confirm': '确认沿用内容',
  'rows.remove': '删除行',
  'rows.move': '调整行序',
  'targets.approve': '批复绩效目标',
  'findings.explain': '说明校验结果',
  'notes.reply': '答复批注',
  'notes.resolve': '标记批注已处理',
  'notes.reopen': '批注改回未处理',
  'review.submit': '送审',
  'review.recall': '撤回送审',
  'review.open': '打开送审件',
  'review.forward': '审核通过并上报',
  'review.return': '退回',
  'review.approve': '复核通过',
  'review.publish': '公开',
  'papers.download': '下载',
  'papers.read': '读入已有报告',
  'papers.accept': '采用报告内容',
  'workbooks.read': '读入工作簿',
  'workbooks.map': '对应工作簿的表格',
  'workbooks.accept': '采用工作簿内容',
  'workbooks.refuse': '不采用工作簿',
  'evidence.add': '上传佐证材料',
  'evidence.remove': '删除佐证材料',
}

/** All actions with their names, in the order of the log's filter. */
export const auditActions: readonly { action: string; label: string }[] = Object.entries(labels).map(([action, label]) => ({
  action,
  label,
}))

/** Whether an entry's action is one of today's: an old log may hold others. */
const isAuditAction = (action: string): action is AuditAction => Object.hasOwn(labels, action)

/** The name of an action; one that has none is said by its code. */
export const auditActionLabel = (action: string): string => (isAuditAction(action) ? labels[action] : action)
