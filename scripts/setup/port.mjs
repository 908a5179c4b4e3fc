import net from 'node:net'
import { Refusal } from './terminal.mjs'

/** A port of this machine that nobody listens on at the moment. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Refuses an address on which another program listens already, or on which we may not listen. */
export const checkPortIsFree = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', ({ code }) => {
      const reasons = { EADDRINUSE: `端口 ${port} 已被其他程序占用。`, EACCES: `没有权限使用端口 ${port}。` }
      reject(
        new Refusal(
          `${reasons[code] ?? `无法在 ${host}:${port} 上提供服务（${code}）。`}请关闭占用它的程序，或换一个端口：PORT=3001 npm start`,
        ),
      )
    })
    server.listen(port, host, () => server.close(() => resolve()))
  })
