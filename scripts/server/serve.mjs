// The program itself: Next.js behind the edge. `npm start` starts it with its settings in the environment.
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sentenceForListening } from '../setup/port.mjs'
import { edgeServer } from './edge.mjs'
import { faultLog, logger, requestLog } from './log.mjs'
import { metrics } from './metrics.mjs'
import { requests } from './requests.mjs'

const home = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const standalone = path.join(home, '.next/standalone')
const dev = process.argv.includes('--dev')
const { PORT, HOSTNAME, HENGJI_URL, HENGJI_DEMO, HENGJI_PROXIES } = process.env
const port = Number(PORT)

/** Next.js as it was built, from the folder into which it was built; or the development server. */
function nextApp() {
  const dir = dev ? home : standalone
  const required = createRequire(path.join(dir, 'package.json'))
  if (!dev) {
    process.chdir(standalone)
    const { config } = required('./.next/required-server-files.json')
    process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
  }
  return required('next')({ dev, dir, hostname: HOSTNAME, port })
}

const log = logger()
const app = nextApp()
await app.prepare()
// What fails while starting is said in full, and in development always: nobody has typed anything then.
if (!dev) console.error = faultLog(log, () => requests.getStore())
const settings = { url: HENGJI_URL || null, demo: HENGJI_DEMO === '1', port, proxies: Number(HENGJI_PROXIES || 0) }
const { count, text } = metrics()
const tellOf = requestLog(log)
const server = edgeServer(
  settings,
  app.getRequestHandler(),
  (entry) => {
    count(entry)
    tellOf(entry)
  },
  process.env.HENGJI_METRICS === '1' ? text : null,
)
if (dev) {
  server.removeAllListeners('upgrade')
  server.on('upgrade', app.getUpgradeHandler())
}
server.once('error', (error) => {
  process.stderr.write(`${sentenceForListening(error, port, HOSTNAME)}\n`)
  process.exit(1)
})
server.listen(port, HOSTNAME)

/** What is under way is finished; nothing new is begun. */
process.once('SIGTERM', () => {
  server.close(() => process.exit(0))
  server.endStreams()
  server.closeIdleConnections()
})
