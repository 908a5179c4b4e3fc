// Under which addresses the program may be reached. One of them is the canonical one: HENGJI_URL where it is set.
import net from 'node:net'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The host of a `Host` header as browsers write it, or null where it is none. */
function hostOf(header) {
  if (typeof header !== 'string' || !/^[\w.:[\]-]{1,255}$/.test(header) || !URL.canParse(`http://${header}`)) return null
  const { host, hostname, port } = new URL(`http://${header}`)
  return { host, hostname, port: port || '80' }
}

const isAddress = (hostname) => net.isIP(hostname.replace(/^\[|\]$/g, '')) !== 0

/**
 * What is known of the addresses: `url` is HENGJI_URL or null. `hostAnswered(header)` gives the host that the program
 * takes a request for, or null where it is none of ours: a name that somebody else has pointed at this machine.
 * - With HENGJI_URL: its host; and whatever stands in front of us may ask by this machine's own address.
 * - Without, in demo mode: localhost only. Otherwise the address of a machine as a number, which no name can pretend to be.
 */
export function origins({ url, demo, port }) {
  const canonical = url ? new URL(url) : null
  const known = (host) => LOOPBACK.has(host.hostname) || (!demo && isAddress(host.hostname))
  return {
    canonical,
    hostAnswered(header) {
      const host = hostOf(header)
      if (host === null) return null
      if (canonical !== null) return host.host === canonical.host || known(host) ? canonical.host : null
      return known(host) && (!demo || host.port === String(port)) ? host.host : null
    },
  }
}
