/** The program that the stories of this worker meet: each worker has one, with its own data, on its own port. */
const programs: { port: number; folder: string }[] = JSON.parse(process.env.HENGJI_TEST_SERVERS ?? '[]')
const program = programs[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]

export const programFolder = program?.folder ?? ''

export const programAddress = `http://127.0.0.1:${program?.port}`
