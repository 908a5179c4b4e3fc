import path from 'node:path'
import { defineConfig } from 'prisma/config'

// Read before Prisma looks for its native schema engine, which it would otherwise download.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve('scripts/schema-engine-shim.mjs')

export default defineConfig({
  schema: 'prisma/schema.prisma',
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
