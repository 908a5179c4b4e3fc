/** What was done, said on the page that comes after it where the form is gone; the page's address carries the word (`?done=`). */
const sentences = {
  departmentAdded: '部门已新增。',
  takenOut: '已移出本任务。',
  roundVoided: '任务已作废。',
  passwordChanged: '密码已修改。您在其他设备上的登录已全部失效。',
  submitted: '已送审。',
  recalled: '已撤回，可以继续填写。',
  forwarded: '已审核通过并上报。',
  returned: '已退回。',
  approved: '已复核通过，报告已冻结。',
  published: '已公开。',
  targetsApproved: '指标值和分值已批复。',
} as const
export type Done = keyof typeof sentences

/** Null for any other word that somebody puts into an address. */
export const doneSentence = (word: string): string | null => (Object.hasOwn(sentences, word) ? sentences[word as Done] : null)
