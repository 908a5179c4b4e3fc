// What Prisma asks of the engine as a command of its own: whether a database can be reached, making one, dropping one.
import pg from 'pg'

/** Prisma's codes for what PostgreSQL says: no such database, wrong password. Anything else is "cannot be reached". */
const errorCodes = { '3D000': 'P1003', '28P01': 'P1000' }

async function connected(address, work) {
  address.searchParams.delete('schema')
  const client = new pg.Client({ connectionString: address.toString() })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const quoted = (name) => `"${name.replaceAll('"', '""')}"`

/** A database is made and dropped from beside it. `statement` gets its quoted name. */
function besideDatabase(url, statement) {
  const address = new URL(url)
  const name = decodeURIComponent(address.pathname.slice(1))
  address.pathname = '/postgres'
  return connected(address, (client) => client.query(statement(quoted(name))))
}

export const createDatabase = (url) => besideDatabase(url, (name) => `CREATE DATABASE ${name}`)

const commands = {
  'can-connect-to-database': (url) => connected(new URL(url), () => {}),
  'create-database': createDatabase,
  'drop-database': (url) => besideDatabase(url, (name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
}

const log = (level, fields) =>
  process.stderr.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' })}\n`)

/** Runs one of the commands and gives the exit status. Prisma reads the outcome from the lines logged. */
export async function runDatabaseCommand(name, url) {
  try {
    await commands[name](url)
    log('INFO', { message: 'ok' })
    return 0
  } catch (error) {
    const code = errorCodes[error.code] ?? 'P1001'
    log('INFO', { message: 'start' })
    log('ERROR', { message: code === 'P1003' ? 'Database does not exist' : error.message, is_panic: false, error_code: code })
    return 1
  }
}
