// Prisma's PostgreSQL adapter, mended where migrations need more than it does.
import crypto from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'

const internalChar = 18
const blankPaddedChar = 1042

/**
 * The adapter knows no internal "char", which PostgreSQL's catalogs use: it is read as an ordinary char, and marked so that it
 * can be reported as a character. The engine insists on that for pg_constraint.contype, which has rows for every NOT NULL
 * column since PostgreSQL 18.
 */
function readInternalChars() {
  const addFields = pg.Result.prototype.addFields
  pg.Result.prototype.addFields = function addMarkedFields(fields) {
    for (const field of fields) {
      if (field.dataTypeID === internalChar) Object.assign(field, { dataTypeID: blankPaddedChar, isInternalChar: true })
    }
    return addFields.call(this, fields)
  }
}

function mended(connection) {
  const fieldsOf = new WeakMap()
  const performIO = connection.performIO.bind(connection)
  const queryRaw = connection.queryRaw.bind(connection)
  return Object.assign(connection, {
    async performIO(query) {
      const result = await performIO(query)
      if (result.fields?.some((field) => field.isInternalChar)) fieldsOf.set(query, result.fields)
      return result
    },
    async queryRaw(query) {
      const result = await queryRaw(query)
      fieldsOf.get(query)?.forEach((field, index) => {
        if (field.isInternalChar) result.columnTypes[index] = ColumnTypeEnum.Character
      })
      return result
    },
    /** The adapter cuts a script at every semicolon, also inside comments and function bodies: PostgreSQL reads scripts better itself. */
    async executeScript(script) {
      try {
        await connection.client.query(script)
      } catch (error) {
        connection.onError(error)
      }
    },
  })
}

class MigrationAdapter extends PrismaPg {
  constructor(configuration, options) {
    super(configuration, options)
    this.configuration = configuration
  }

  async connect() {
    return mended(await super.connect())
  }

  /** The adapter drops the shadow database while it is still connected to it, which PostgreSQL refuses: closed first here. */
  async connectToShadowDb() {
    const beside = await this.connect()
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    await beside.executeScript(`CREATE DATABASE "${database}" TEMPLATE template0`)
    const shadow = mended(await new PrismaPg({ ...this.configuration, database }).connect())
    const close = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await close()
      await beside.executeScript(`DROP DATABASE IF EXISTS "${database}"`)
      await beside.dispose()
    }
    return shadow
  }
}

/** The adapter for the database at `url`. Its parts are given one by one: as one string it would win over the shadow database's name. */
export function migrationAdapter(url) {
  if (!url) throw new Error('no datasource url')
  readInternalChars()
  const address = new URL(url)
  const schema = address.searchParams.get('schema')
  address.searchParams.delete('schema')
  const adapter = new MigrationAdapter(parseIntoClientConfig(address.toString()), schema ? { schema } : undefined)
  return bindMigrationAwareSqlAdapterFactory(adapter)
}
