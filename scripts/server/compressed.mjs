import compression from 'compression'

const compress = compression({ level: 4 })

/**
 * Hands the request on, and sends the answer compressed and in large pieces. Next.js would send each line of a page by
 * itself, in a packet of its own and flushed out of the compressor: a page is here in milliseconds, nobody sees it grow.
 */
export function compressed(request, response, handle) {
  compress(request, response, () => {
    // Next.js flushes where it can.
    response.flush = undefined
    response.flushHeaders = () => {}
    handle(request, response)
  })
}
