// Preloaded into what we start: when the process that started it is killed outright, it does not stay behind. Who that was
// stands in the address (`?parent=`): it may be gone before this runs, and then our parent is already somebody else.
const starter = Number(new URL(import.meta.url).searchParams.get('parent'))

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code !== 'ESRCH'
  }
}

// What the program starts in turn is often preloaded with the same: it looks after its own parent.
const isFurther = process.ppid !== starter && process.ppid !== 1 && isRunning(starter)
const parent = isFurther ? process.ppid : starter

const isOrphan = () => process.ppid !== parent || !isRunning(parent)

setInterval(() => isOrphan() && process.exit(1), 300).unref()
