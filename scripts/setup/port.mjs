import net from 'node:net'
import { Refusal } from './terminal.mjs'

/** Tries to listen; gives the port, or rejects with the system's error. */
const listened = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(port, host, () => {
      const { port: taken } = server.address()
      server.close(() => resolve(taken))
    })
  })

/** A port of this machine that nobody listens on at the moment. */
export const freePort = () => listened(0, '127.0.0.1')

export const isPortFree = (port) =>
  listened(port, '127.0.0.1').then(
    () => true,
    () => false,
  )

/** Ports that no browser opens, because other protocols live there (the Fetch standard's list). */
const blocked = new Set([
  ...[1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113],
  ...[115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556],
  ...[563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667],
  ...[6668, 6669, 6679, 6697, 10080],
])

export const isBlocked = (port) => blocked.has(port)

/** The port in `text`. Refuses what is none, and those that browsers do not open. */
export function portOf(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65535) throw new Refusal(`PORT 无效：${text}。请填写 1 至 65535 之间的端口号。`)
  if (isBlocked(port)) throw new Refusal(`PORT 不可用：浏览器禁止访问端口 ${port}。请换一个端口，例如 3000。`)
  return port
}

const reasons = {
  EADDRINUSE: ({ port }) => `端口 ${port} 已被其他程序占用（也可能是衡绩已在运行）。请关闭占用它的程序，或换一个端口：PORT=3001 npm start`,
  EACCES: ({ port }) => `没有权限使用端口 ${port}。请换一个 1024 以上的端口：PORT=3001 npm start`,
}

/** Why nothing could listen there, and what to do. */
export const sentenceForListening = ({ code }, port, host) =>
  reasons[code]?.({ port }) ?? `无法在 ${host}:${port} 上提供服务（${code}）。请核对 HENGJI_HOST 是否为本机的地址。`

/** Refuses an address on which another program listens already, or on which we may not listen. */
export async function checkPortIsFree(port, host) {
  try {
    await listened(port, host)
  } catch (error) {
    throw new Refusal(sentenceForListening(error, port, host))
  }
}
