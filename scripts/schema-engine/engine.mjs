// Prisma's schema engine as WebAssembly, out of an npm package.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { migrationAdapter } from './adapter.mjs'

const require = createRequire(import.meta.url)

let panic

/** What the engine said when it panicked, if it did. */
export const panicMessage = () => panic

async function instantiate() {
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    get: () => panic ?? '',
    set_message: (message) => {
      panic = message
    },
  }
  instance.exports.__wbindgen_start()
}

/** Opens the engine on these schema files and this database. `call` answers a request of the protocol. */
export async function openEngine({ datamodels, url }) {
  await instantiate()
  const schemas = datamodels.map((file) => [file, readFileSync(file, 'utf8')])
  const engine = await bindings.SchemaEngine.new({ datamodels: schemas.length > 0 ? schemas : undefined }, () => {}, migrationAdapter(url))
  let hasApplied = false

  return {
    async call(method, params) {
      // After applying a migration the engine has forgotten the shadow schema, and of its calls only devDiagnostic makes it anew.
      if (hasApplied && method === 'evaluateDataLoss') {
        await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
        hasApplied = false
      }
      const result = (await engine[method === 'getDatabaseVersion' ? 'version' : method](params)) ?? {}
      if (result.appliedMigrationNames?.length > 0) hasApplied = true
      return result
    },
  }
}
