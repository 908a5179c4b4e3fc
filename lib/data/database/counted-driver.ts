import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { requestAtHand, tellGauge, timed } from './request'

/** Prisma's driver, which adds up what each request asks the database and how long that takes. */
export class CountedDriver extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = counted(await super.connect())
    const pool = adapter.underlyingDriver()
    tellGauge('hengji_pool_connections', '数据库连接数', () => pool.totalCount)
    tellGauge('hengji_pool_idle', '其中空闲', () => pool.idleCount)
    tellGauge('hengji_pool_waiting', '等待连接的请求数', () => pool.waitingCount)
    const begin = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolation) => counted(await begin(isolation))
    return adapter
  }
}

type Asking = Pick<Awaited<ReturnType<PrismaPg['connect']>>, 'queryRaw' | 'executeRaw'>

function counted<T extends Asking>(driver: T): T {
  const queryRaw = driver.queryRaw.bind(driver)
  const executeRaw = driver.executeRaw.bind(driver)
  driver.queryRaw = (query) => count(() => queryRaw(query))
  driver.executeRaw = (query) => count(() => executeRaw(query))
  return driver
}

function count<T>(ask: () => Promise<T>): Promise<T> {
  const request = requestAtHand()
  if (request !== undefined) request.queries += 1
  return timed('queryMs', ask)
}
