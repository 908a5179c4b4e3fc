// What a monitoring system asks for now and then, in Prometheus' text format. Counts and times only: no address, no name.

/** Upper bounds of the durations that are told apart, in seconds. */
const BOUNDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What the program itself can tell, by name: numbers, or promises of them (`instrumentation-node.ts` says which). */
const gauges = new Map()
globalThis[Symbol.for('hengji.gauges')] = gauges

/** `count(entry)` takes the answers that the log is told of; `text()` says what came together since the start. */
export function metrics() {
  const answers = new Map()
  const buckets = BOUNDS.map(() => 0)
  const sums = { requests: 0, seconds: 0, queries: 0, querySeconds: 0, pressSeconds: 0 }

  function count({ status, ms, queries = 0, queryMs = 0, pressMs = 0 }) {
    answers.set(status, (answers.get(status) ?? 0) + 1)
    sums.requests += 1
    sums.seconds += ms / 1000
    sums.queries += queries
    sums.querySeconds += queryMs / 1000
    sums.pressSeconds += pressMs / 1000
    for (const [index, bound] of BOUNDS.entries()) if (ms / 1000 <= bound) buckets[index] += 1
  }

  async function text() {
    const { rss, heapUsed } = process.memoryUsage()
    return [
      ...metric(
        'hengji_requests_total',
        'counter',
        '应答数',
        [...answers].sort().map(([status, times]) => [`{status="${status}"}`, times]),
      ),
      ...metric('hengji_request_seconds', 'histogram', '应答用时（秒）', [
        ...BOUNDS.map((bound, index) => [`_bucket{le="${bound}"}`, buckets[index]]),
        ['_bucket{le="+Inf"}', sums.requests],
        ['_sum', sums.seconds],
        ['_count', sums.requests],
      ]),
      ...metric('hengji_queries_total', 'counter', '数据库查询数', [['', sums.queries]]),
      ...metric('hengji_query_seconds_total', 'counter', '数据库查询用时（秒）', [['', sums.querySeconds]]),
      ...metric('hengji_press_seconds_total', 'counter', '排版 PDF 用时（秒）', [['', sums.pressSeconds]]),
      ...(await told()),
      ...metric('process_resident_memory_bytes', 'gauge', '占用内存（字节）', [['', rss]]),
      ...metric('nodejs_heap_used_bytes', 'gauge', '堆内存（字节）', [['', heapUsed]]),
      ...metric('process_uptime_seconds', 'gauge', '已运行（秒）', [['', Math.round(process.uptime())]]),
      '',
    ].join('\n')
  }

  return { count, text }
}

/** What cannot be told at the moment is left out. */
const told = async () =>
  (
    await Promise.all(
      [...gauges].map(async ([name, { help, value }]) => {
        try {
          return metric(name, 'gauge', help, [['', await value()]])
        } catch {
          return []
        }
      }),
    )
  ).flat()

const metric = (name, type, help, values) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...values.map(([suffix, value]) => `${name}${suffix} ${value}`),
]
