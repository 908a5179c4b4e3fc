// What goes wrong around the program (disks, permissions, databases), each in a sentence that says what to do.
import fs from 'node:fs'
import path from 'node:path'
import { Refusal } from './terminal.mjs'

/** By the system's error code. `place` is the file or folder concerned, or empty. */
export const sentences = {
  ENOSPC: (place) => `磁盘空间不足：${place}。请腾出空间后再启动。`,
  EROFS: (place) => `文件夹为只读：${place}。请改为可写后再启动。`,
  EACCES: (place) => `没有权限读写：${place}。请更改其权限或所有者后再启动。`,
  EIO: (place) => `磁盘读写出错：${place}。请检查磁盘后再启动。`,
  ENOMEM: () => '内存不足。请关闭其他程序后再启动。',
  EMFILE: () => '打开的文件过多。请提高系统限制（ulimit -n）后再启动。',
  ENOENT: (place) => `找不到文件：${place}。请确认程序文件完整后再启动。`,
  ENAMETOOLONG: (place) => `路径过长：${place}。请改用较短的文件夹。`,
  EISDIR: (place) => `文件和文件夹弄错了：${place}。请移走它（或从备份恢复）后再启动。`,
  EINVAL: (place) => `所在的磁盘不支持：${place}。请改用本机磁盘上的文件夹。`,
}

const sameAs = {
  ENOTDIR: 'EISDIR',
  EEXIST: 'EISDIR',
  ENOTEMPTY: 'EISDIR',
  ELOOP: 'EISDIR',
  // What Node.js itself says before it asks the system
  ERR_FS_EISDIR: 'EISDIR',
  EDQUOT: 'ENOSPC',
  EPERM: 'EACCES',
  ENFILE: 'EMFILE',
  EAGAIN: 'ENOMEM',
  EOPNOTSUPP: 'EINVAL',
  ENOTSUP: 'EINVAL',
  ENOSYS: 'EINVAL',
}

/** By what PostgreSQL answers (SQLSTATE, or its first two characters). */
const databaseSentences = {
  53100: '数据库所在的磁盘空间不足。请腾出空间后再启动。',
  53: '数据库资源不足（连接数或内存）。请调整数据库设置后再启动。',
  25006: '数据库为只读，无法保存。请连接可写的主库。',
  42501: '数据库账号权限不足。请让该账号成为数据库的所有者。',
  '3D': 'DATABASE_URL 指定的数据库不存在。请先建立该数据库。',
  28: '数据库账号或密码不对。请核对 DATABASE_URL。',
  '55P03': '另一个程序正在更新数据库结构。请待其完成后再启动。',
  57: '数据库正在启动或停止。请稍候再启动。',
  58: '数据库读写磁盘出错。请检查数据库服务器后再启动。',
  XX001: '数据库文件已损坏。请从备份恢复后再启动。',
  XX002: '数据库文件已损坏。请从备份恢复后再启动。',
  '08': '与数据库的连接中断。请检查网络和数据库后再启动。',
  ECONNREFUSED: '无法连接数据库。请检查数据库是否在运行。',
  ECONNRESET: '与数据库的连接中断。请检查网络和数据库后再启动。',
}

/** The sentence for an error of the system or the database, or for what caused it; `null` where there is none. */
export function sentenceFor(error) {
  if (!(error instanceof Error)) return null
  if (error instanceof Refusal) return error.message
  const { code = '', path: place, address, message, cause } = error
  const system = sentences[sameAs[code] ?? code]
  if (system && !address) return system(place ?? message)
  const database = databaseSentences[code] ?? databaseSentences[String(code).slice(0, 2)]
  return database ? `${database}（${message}）` : sentenceFor(cause)
}

/** The same for what a program of ours printed before it failed. */
export function sentenceForOutput(output, place) {
  if (/ENOSPC|EDQUOT|no space left/i.test(output)) return sentences.ENOSPC(place)
  if (/EROFS|read-only file system/i.test(output)) return sentences.EROFS(place)
  if (/EACCES|EPERM|permission denied/i.test(output)) return sentences.EACCES(place)
  return null
}

/** Less than a database and a build need to write anything at all, in bytes. */
const nearlyNothing = 20 * 1024 * 1024

/** Whether hardly anything can be written where `place` lies, or will lie. */
export function isDiskFull(place) {
  try {
    const { bavail, bsize } = fs.statfsSync(place)
    return bavail * bsize < nearlyNothing
  } catch (error) {
    return error.code === 'ENOENT' && place !== path.dirname(place) && isDiskFull(path.dirname(place))
  }
}
