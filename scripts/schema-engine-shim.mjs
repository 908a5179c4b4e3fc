#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which its command line would fetch from a host that many offices cannot
// reach. Speaks the engine's protocol (JSON-RPC, a line each) through the WebAssembly engine from npm.
// prisma.config.ts points Prisma here.
import { createInterface } from 'node:readline'
import { createDatabase, runDatabaseCommand } from './schema-engine/database-commands.mjs'

/** Our own messages to Prisma are numbered from here, so that they never meet its own. */
const ownIds = 900_000

function readArguments(given) {
  const options = { datamodels: [], url: process.env.DATABASE_URL, command: null, version: false }
  for (let index = 0; index < given.length; index++) {
    const name = given[index]
    if (name === '--version') options.version = true
    else if (name === '--datamodels' || name === '-d') options.datamodels.push(given[++index])
    else if (name === '--datasource') options.url = JSON.parse(given[++index]).url ?? options.url
    else if (name === '--enabled-preview-features' || name === '--extension-types') index++
    else if (name === 'cli') options.command = given[++index]
  }
  return options
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

/** Answers Prisma's requests until it closes the line. */
async function serve(options) {
  const { openEngine, panicMessage } = await import('./schema-engine/engine.mjs')
  let current

  const sendError = (id, error) =>
    send({
      id,
      error: {
        code: 4466,
        message: 'An error happened. Check the data field for details.',
        data: {
          is_panic: false,
          message: panicMessage() ?? error?.message ?? String(error),
          error_code: error?.code ?? error?.error_code ?? null,
          meta: error?.meta ?? null,
        },
      },
    })

  // A panic of the engine must be heard: without this the command line prints nothing, and exits 0 or 1 by chance.
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error) => {
      sendError(current, error)
      process.stderr.write(`schema engine: ${panicMessage() ?? error?.stack ?? error}\n`)
      process.exitCode = 101
      setTimeout(() => process.exit(101), 200)
    })
  }

  let engine
  async function answer({ method, params, id }) {
    if (method === 'createDatabase') {
      // It may exist already, which is what is wanted.
      await createDatabase(options.url).catch(() => {})
      return { databaseName: new URL(options.url).pathname.slice(1) }
    }
    engine ??= await openEngine(options)
    const result = await engine.call(method, params)
    if (method === 'diff' && result.stdout != null) send({ method: 'print', id: ownIds + id, params: { content: result.stdout } })
    return result
  }

  for await (const line of createInterface({ input: process.stdin })) {
    const request = line.trim() ? JSON.parse(line) : {}
    if (!request.method) continue
    current = request.id
    try {
      send({ id: request.id, result: await answer(request) })
    } catch (error) {
      sendError(request.id, error)
    }
  }
  process.exit(0)
}

const options = readArguments(process.argv.slice(2))
if (options.version) process.stdout.write('schema-engine-cli wasm\n')
else if (options.command) process.exitCode = await runDatabaseCommand(options.command, options.url)
else await serve(options)
