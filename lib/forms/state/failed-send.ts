/** Why something that was sent got no answer of ours. Nothing is lost by it: what was typed stays where it is. */
export type SendFailure = 'renewed' | 'unreachable' | 'intercepted' | 'failed'

export const failureSentence: Readonly<Record<SendFailure, string>> = {
  renewed: '程序已更新，本次操作没有执行。填写的内容已保留，请刷新本页后继续。',
  unreachable: '未能连接服务器，填写的内容仍在本页，请稍后重试。',
  intercepted: '没有收到本系统的应答：程序可能正在启动，或内容被中间的网络设备拦下。填写的内容仍在本页，请稍后重试，仍不成功请联系管理员。',
  failed: '服务器处理时出现错误，填写的内容仍在本页。请稍后重试，仍不成功请联系管理员。',
}

/** The same of a form of cells, which sends them again by itself. */
export const failureOfCells: Readonly<Record<SendFailure, string>> = {
  ...failureSentence,
  unreachable: '未能连接服务器，填写的内容仍在本页，接通后自动保存。',
  intercepted:
    '没有收到本系统的应答：程序可能正在启动，或内容被中间的网络设备拦下。填写的内容仍在本页，稍后自动再次保存；仍不成功请联系管理员。',
  failed: '服务器处理时出现错误，填写的内容仍在本页，稍后自动再次保存；仍不成功请联系管理员。',
}

/**
 * What became of a send that threw. `isRenewed` knows the framework's own error of an action that the program does not have
 * (any more); what carries a digest was thrown by our program. Everything else never came from it: browsers throw a TypeError where
 * nothing answered, and the framework another error where an answer is not ours (a proxy refuses what is large, or waits for the program).
 */
export function failureOf(error: unknown, isRenewed: (error: unknown) => boolean): SendFailure {
  if (isRenewed(error)) return 'renewed'
  if (typeof error === 'object' && error !== null && 'digest' in error) return 'failed'
  return error instanceof Error && !(error instanceof TypeError) ? 'intercepted' : 'unreachable'
}
