// Preloaded into the server: when the process that started it is killed outright, the server does not stay behind.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
