import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoSecret } from '@/scripts/setup/demo-secret.mjs'
import { ensureWritable } from '@/scripts/setup/folders.mjs'
import { operatingMode } from '@/scripts/setup/mode.mjs'
import { checkNode } from '@/scripts/setup/node-version.mjs'
import { checkPortIsFree } from '@/scripts/setup/port.mjs'

const strong = 'k3J9-xQ2m-VvB7-Lp0s-Tt5w-Yh8r-Zc1d-Ne6f'
const server = 'postgresql://app:secret@db.example/hengji'

describe('operating mode', () => {
  test('with nothing set it is a demo on the embedded database, on 127.0.0.1 only, whatever the machine calls itself', () => {
    expect(operatingMode({ HOSTNAME: '0.0.0.0' })).toEqual({ demo: true, databaseUrl: null, port: 3000, host: '127.0.0.1', secret: null })
  })

  test('with DATABASE_URL it is no demo unless asked for by HENGJI_DEMO=1', () => {
    expect(operatingMode({ DATABASE_URL: server, AUTH_SECRET: strong })).toMatchObject({ demo: false, host: '0.0.0.0', secret: strong })
    expect(operatingMode({ DATABASE_URL: server, HENGJI_DEMO: '1' })).toMatchObject({ demo: true, host: '127.0.0.1' })
    expect(operatingMode({ DATABASE_URL: server, HENGJI_DEMO: '0', AUTH_SECRET: strong, HOSTNAME: 'db1' })).toMatchObject({
      demo: false,
      host: '0.0.0.0',
    })
  })

  test('the embedded database can be run for real', () => {
    expect(operatingMode({ HENGJI_DEMO: '0', AUTH_SECRET: strong, PORT: '8080', HENGJI_HOST: '10.0.0.5' })).toEqual({
      demo: false,
      databaseUrl: null,
      port: 8080,
      host: '10.0.0.5',
      secret: strong,
    })
  })

  test.each([undefined, '', 'short', 'a'.repeat(64), 'abcdefghijk'.repeat(4)])('outside demo mode AUTH_SECRET %o is refused', (secret) => {
    expect(() => operatingMode({ DATABASE_URL: server, ...(secret === undefined ? {} : { AUTH_SECRET: secret }) })).toThrow('AUTH_SECRET')
  })

  test.each(['0', '65536', 'http', '-1', '80 '])('PORT %o is refused', (port) => {
    expect(() => operatingMode({ PORT: port })).toThrow('PORT 无效')
  })

  test.each(['6000', '6667', '10080', '25'])('PORT %s, which browsers do not open, is refused', (port) => {
    expect(() => operatingMode({ PORT: port })).toThrow('浏览器禁止访问')
  })

  test.each([
    ['HENGJI_URL', 'jixiao.example.gov.cn'],
    ['HENGJI_URL', 'ftp://jixiao.example.gov.cn'],
    ['HENGJI_URL', 'https://jixiao.example.gov.cn/hengji'],
    ['HENGJI_URL', 'https://someone:secret@jixiao.example.gov.cn'],
    ['HENGJI_URL', 'https:jixiao.example.gov.cn'],
    ['HENGJI_URL', 'https:\\\\jixiao.example.gov.cn'],
    ['HENGJI_URL', ' https://jixiao.example.gov.cn'],
    ['HENGJI_URL', 'https://jixiao.example.gov.cn\n'],
    ['HENGJI_URL', 'https://@jixiao.example.gov.cn'],
    ['HENGJI_URL', 'https://*.example.gov.cn'],
    ['HENGJI_URL', 'https://jixiao..gov.cn'],
    ['HENGJI_URL', 'http://0.0.0.0:3000'],
    ['HENGJI_URL', 'http://[::]:3000'],
    ['HENGJI_URL', 'http://jixiao.example.gov.cn:6000'],
    ['HENGJI_URL', 'http://jixiao.example.gov.cn:99999'],
    ['HENGJI_URL', 'https://jixiao.example.gov.cn:0'],
    ['HENGJI_PROXIES', 'abc'],
    ['HENGJI_PROXIES', '-1'],
    ['HENGJI_PROXIES', '1.5'],
    ['HENGJI_DEMO', 'yes'],
    ['HENGJI_HOST', 'http://10.0.0.5'],
    ['HENGJI_LOG', 'debug'],
    ['HENGJI_METRICS', 'yes'],
    ['FONT_DIR', '/no/such/folder'],
    ['DATABASE_URL', 'mysql://app@db.example/hengji'],
    ['DATABASE_URL', 'db.example:5432'],
    ['DATABASE_URL', ' postgresql://app@db.example/hengji'],
    ['DATABASE_URL', 'postgresql:db.example/hengji'],
  ])('%s=%s could not be meant, and is refused by its name', (name, value) => {
    expect(() => operatingMode({ AUTH_SECRET: strong, [name]: value })).toThrow(`${name} 无效`)
  })

  test.each([
    ['HENGJI_URL', 'https://jixiao.example.gov.cn'],
    ['HENGJI_URL', 'http://10.0.0.5:8080/'],
    ['HENGJI_URL', 'HTTPS://Jixiao.example.gov.cn:443'],
    ['HENGJI_URL', 'http://[::1]:3000'],
    ['HENGJI_PROXIES', '2'],
    ['HENGJI_HOST', '::1'],
    ['HENGJI_LOG', 'warn'],
    ['HENGJI_METRICS', '0'],
    ['FONT_DIR', os.tmpdir()],
  ])('%s=%s is taken', (name, value) => {
    expect(() => operatingMode({ DATABASE_URL: server, AUTH_SECRET: strong, [name]: value })).not.toThrow()
  })
})

describe('Node.js', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('%s will do', (version) => {
    expect(() => checkNode(version)).not.toThrow()
  })
  test.each(['20.18.3', '18.20.8', '9.0.0'])('%s is too old, and the message says which is needed', (version) => {
    expect(() => checkNode(version)).toThrow(`当前为 ${version}，需要 20.19`)
  })
})

test('a port that another program listens on is refused by its number', async () => {
  const taken = net.createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as net.AddressInfo).port))
  })
  await expect(checkPortIsFree(port, '127.0.0.1')).rejects.toThrow(`端口 ${port} 已被其他程序占用`)
  await new Promise((resolve) => taken.close(resolve))
  await expect(checkPortIsFree(port, '127.0.0.1')).resolves.toBeUndefined()
})

test('a folder in which nothing can be written is refused by its name', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-folder-'))
  fs.writeFileSync(path.join(folder, 'file'), '')
  expect(() => ensureWritable(path.join(folder, 'made/anew'))).not.toThrow()
  if (fs.existsSync('/proc')) expect(() => ensureWritable('/proc/none/data')).toThrow('文件夹不可写：/proc/none/data（ENOENT）')
  expect(() => ensureWritable(path.join(folder, 'file'))).toThrow('文件夹不可写')
  fs.rmSync(folder, { recursive: true })
})

test('the demo secret is made once, is strong, and is readable by its owner only', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-secret-'))
  const secret = demoSecret(folder)
  expect(demoSecret(folder)).toBe(secret)
  expect(operatingMode({ HENGJI_DEMO: '0', AUTH_SECRET: secret }).secret).toBe(secret)
  const file = path.join(folder, 'demo-secret')
  expect(fs.statSync(file).mode & 0o077).toBe(0)
  fs.chmodSync(file, 0o644)
  expect(demoSecret(folder)).toBe(secret)
  expect(fs.statSync(file).mode & 0o077).toBe(0)
  for (const damaged of ['', secret.slice(0, 20)]) {
    fs.writeFileSync(file, damaged)
    expect(operatingMode({ HENGJI_DEMO: '0', AUTH_SECRET: demoSecret(folder) }).demo).toBe(false)
  }
  fs.rmSync(folder, { recursive: true })
})
