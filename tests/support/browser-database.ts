import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** What a story starts from that would take a whole year to reach through the pages. */

/** A reviewer's note at a cell. */
export async function leaveNote(evaluationId: string, address: string, text: string): Promise<void> {
  const known = JSON.parse(fs.readFileSync(path.join(process.env.HENGJI_TEST_FOLDER ?? '', 'postgres/embedded.json'), 'utf8'))
  const client = new pg.Client({ connectionString: `postgresql://app:${known.password}@127.0.0.1:${known.port}/postgres` })
  await client.connect()
  await client.query(
    `INSERT INTO review_notes (id, evaluation_id, address, text, by_id, by_name)
     SELECT substr(md5($1 || $2), 1, 24), $1, $2, $3, id, name FROM users WHERE login_name = 'demo-reviewer'`,
    [evaluationId, address, text],
  )
  await client.end()
}
