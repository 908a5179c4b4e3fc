import path from 'node:path'
import { checkDatabaseUrl } from './mode.mjs'
import { Refusal, say } from './terminal.mjs'

/** Where an acknowledged write could be lost, the program does not run. */
const durable = { fsync: ['on'], full_page_writes: ['on'], synchronous_commit: ['on', 'local', 'remote_write', 'remote_apply'] }

/** The address without its password, for messages. */
function withoutPassword(url) {
  const shown = new URL(url)
  shown.password = ''
  return shown.toString()
}

async function query(url, text) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(text)).rows
  } finally {
    // A server that does not answer does not say goodbye either.
    void client.end().catch(() => {})
  }
}

async function checkReachable(url) {
  checkDatabaseUrl(url)
  try {
    await query(url, 'SELECT 1')
  } catch (error) {
    throw new Refusal(`无法连接数据库 ${withoutPassword(url)}：${error.message || error.code}。请检查 DATABASE_URL、网络和账号。`)
  }
}

async function checkDurable(url) {
  for (const [name, accepted] of Object.entries(durable)) {
    const [{ setting }] = await query(url, `SELECT current_setting('${name}') AS setting`)
    if (!accepted.includes(setting)) {
      throw new Refusal(`数据库设置 ${name} 为 ${setting}，断电时可能丢失已确认的数据。请改为 ${accepted[0]} 后重试。`)
    }
  }
}

async function bringUpToDate(url) {
  const { migrate, MigrationRefused } = await import('../migrate.mjs')
  try {
    for (const name of await migrate(url)) say(`已更新数据库结构：${name}`)
  } catch (error) {
    throw error instanceof MigrationRefused ? new Refusal(error.message) : error
  }
}

/**
 * Opens the database that the mode names, checks that it keeps what it acknowledges and brings it to the program's schema.
 * `release()` stops an embedded one unless another process uses it. `whenLost()` and `reopen()` as of `openEmbedded`: another
 * server is watched over by others. `whileWaiting` is called again and again while others are at it.
 */
export async function openDatabase({ databaseUrl }, dataFolder, whileWaiting) {
  if (databaseUrl) {
    await checkReachable(databaseUrl)
    await checkDurable(databaseUrl)
    await bringUpToDate(databaseUrl)
    return { url: databaseUrl, whenLost: () => new Promise(() => {}), reopen: async () => databaseUrl, release: async () => {} }
  }
  const { openEmbedded } = await import('../embedded.mjs')
  const embedded = await openEmbedded(path.join(dataFolder, 'postgres'), { whileWaiting })
  try {
    await checkDurable(embedded.url)
    await bringUpToDate(embedded.url)
  } catch (error) {
    await embedded.release()
    throw error
  }
  return embedded
}

/**
 * Whether the database may be served in this mode: no demo where real accounts exist, no real system on demo data.
 * The program checks the same when it starts; here it is said before anything is loaded.
 */
export async function checkDatabaseFits({ demo }, url) {
  const [{ real, sample }] = await query(
    url,
    `SELECT EXISTS (SELECT FROM users WHERE NOT demo) AS real, EXISTS (SELECT FROM installation WHERE demo) AS sample`,
  )
  if (demo && real)
    throw new Refusal('该数据库中已有正式账号，不能以演示模式运行。请取消 HENGJI_DEMO=1 并设置 AUTH_SECRET，或改用其他数据库。')
  if (!demo && sample) throw new Refusal('该数据库中是演示数据，不能用于正式运行。请改用空数据库，或设置 HENGJI_DEMO=1 继续演示。')
}

/** Whether the demo data was completely loaded. */
export async function hasDemoData(url) {
  const [{ loaded }] = await query(url, `SELECT EXISTS (SELECT FROM installation WHERE demo_data_at IS NOT NULL) AS loaded`)
  return loaded
}
