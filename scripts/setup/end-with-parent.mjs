// Preloaded into what we start: when the process that started it is killed outright, it does not stay behind. Who that was
// stands in the address (`?parent=`): it may be gone before this runs, and then our parent is already somebody else.
const parent = Number(new URL(import.meta.url).searchParams.get('parent'))

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
