/** What the person at the terminal can act on, in their words. Shown without a stack trace. */
export class Refusal extends Error {}

// A terminal that was closed, or a log file on a full disk, is no reason to end.
process.stderr.on('error', () => {})

/** Says what is being done. On stderr: a command's own output has stdout to itself. */
export const say = (text) => process.stderr.write(`${text}\n`)
