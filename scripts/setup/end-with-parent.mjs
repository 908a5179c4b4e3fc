// Preloaded into what we start: when the process that started it is killed outright, it does not stay behind.
const parent = process.ppid

function isOrphan() {
  if (process.ppid !== parent) return true
  try {
    process.kill(parent, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

setInterval(() => isOrphan() && process.exit(1), 300).unref()
