import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'

/** Headers of every answer beside a page's policy. `https`: people come by https, and browsers may insist on it. */
export const securityHeaders = (https) => ({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
})

/** What is no page loads nothing and is framed by nobody. */
export const NOTHING = "default-src 'none'; frame-ancestors 'none'"

const sentences = {
  400: '请求的格式有误。',
  403: '请求不是从本系统的页面发出的，未予执行。请刷新页面后重试。',
  404: '没有这个页面，或程序已更新。请刷新页面后重试。',
  405: '不支持这种请求方式。',
  408: '请求超时，请重试。',
  411: '请求没有说明长度。',
  413: '提交的内容过大，未予接收。',
  415: '不支持这种格式的内容。',
  417: '不支持请求所期望的处理方式。',
  421: '不能以这个地址访问本系统。请使用系统的正式地址；反向代理须保留 Host，或在 HENGJI_URL 中写明用户访问的地址。',
  429: '同时发出的请求过多，请稍后再试。',
  431: '请求的地址或请求头过长。',
}

/** A refusal before anything was asked of the program: a status and a sentence, with all headers. A body that is `long` is not read. */
export function answerPlainly(response, status, https, long = false) {
  const body = `${sentences[status] ?? STATUS_CODES[status] ?? ''}\n`
  response.writeHead(status, {
    ...securityHeaders(https),
    'Content-Security-Policy': NOTHING,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...(status === 429 ? { 'Retry-After': '5' } : {}),
    // A body that nobody reads would be taken for the next request.
    ...(long || status === 408 || status === 411 || status === 413 || status === 431 ? { Connection: 'close' } : {}),
  })
  response.end(body)
}

/** The same where the request could not even be read as one. */
export function answerUnreadable(socket, status, https) {
  if (!socket.writable) return socket.destroy()
  const body = `${sentences[status] ?? ''}\n`
  const headers = {
    'X-Request-Id': randomUUID(),
    ...securityHeaders(https),
    'Content-Security-Policy': NOTHING,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}
