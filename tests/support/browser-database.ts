import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { programFolder } from './own-program'

/** What a story starts from that would take long to reach through the pages, by the database of the server under test. */

async function onDatabase<T extends pg.QueryResultRow>(sql: string, values: readonly string[]): Promise<T[]> {
  const known = JSON.parse(fs.readFileSync(path.join(programFolder, 'postgres/embedded.json'), 'utf8'))
  const client = new pg.Client({ connectionString: `postgresql://app:${known.password}@127.0.0.1:${known.port}/postgres` })
  await client.connect()
  try {
    return (await client.query<T>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

/** The cookie of a new session of an account, as signing in would have set it. */
export async function sessionCookie(loginName: string, url: string) {
  const [session] = await onDatabase<{ id: string; user_id: string }>(
    `INSERT INTO sessions (id, user_id) SELECT $2, id FROM users WHERE login_name = $1 RETURNING id, user_id`,
    [loginName, newId()],
  )
  if (!session) throw new Error(`no account ${loginName}`)
  const secret = fs.readFileSync(path.join(programFolder, 'demo-secret'), 'utf8').trim()
  return { name: 'hengji.session', value: await encode({ token: { userId: session.user_id, sessionId: session.id }, secret }), url }
}

/** The id of the evaluation of a department, by its name, in a year. */
export async function evaluationOf(department: string, year: string): Promise<string> {
  const [found] = await onDatabase<{ id: string }>(
    `SELECT e.id FROM evaluations e JOIN rounds r ON r.id = e.round_id
     WHERE e.department_name = $1 AND e.kind = 'department' AND r.year = $2::int AND r.stage = 'selfEvaluation'
     ORDER BY r.opened_at DESC`,
    [department, year],
  )
  if (!found) throw new Error(`no evaluation of ${department} in ${year}`)
  return found.id
}

/** What pages are about, by what people call it: the ids of a department, an account, and the newest round. */
export async function idsOf(department: string, loginName: string): Promise<{ department: string; user: string; round: string }> {
  const [found] = await onDatabase<{ department: string; user: string; round: string }>(
    `SELECT d.id AS department, u.id AS user, (SELECT id FROM rounds WHERE stage = 'selfEvaluation' ORDER BY year DESC, opened_at DESC LIMIT 1) AS round
     FROM departments d, users u WHERE d.name = $1 AND u.login_name = $2`,
    [department, loginName],
  )
  if (!found) throw new Error(`no ${department} or ${loginName}`)
  return found
}

/** Somebody new with a role at a department, who signs in by `sessionCookie`: no password is known. */
export async function addPerson(loginName: string, name: string, role: string, department: string): Promise<void> {
  await onDatabase(
    `WITH person AS (INSERT INTO users (id, login_name, name, search, password_hash) VALUES ($1, $2, $3, $3, '') RETURNING id)
     INSERT INTO memberships (id, user_id, department_id, role)
     SELECT $1, person.id, d.id, $4::role FROM person, departments d WHERE d.name = $5`,
    [newId(), loginName, name, role, department],
  )
}

const newId = (): string => randomUUID().replaceAll('-', '').slice(0, 24)

/** A bureau with `count` units below it, which stand in no round. */
export async function addBureau(code: string, name: string, count: number): Promise<void> {
  await onDatabase(
    `WITH top AS (SELECT id, path FROM departments WHERE parent_id IS NULL),
      bureau AS (
        INSERT INTO departments (id, parent_id, kind, name, code, path, search)
        SELECT 'bureau' || $1, id, 'authority', $2, $1, path || 'bureau' || $1 || '/', $2 || ' ' || $1 FROM top RETURNING id, path
      )
    INSERT INTO departments (id, parent_id, kind, name, code, path, search)
    SELECT bureau.id || 'u' || n, bureau.id, 'unit', $2 || '第' || n || '所', $1 || lpad(n::text, 4, '0'),
      path || bureau.id || 'u' || n || '/', $2 || '第' || n || '所' FROM bureau, generate_series(1, $3::int) n`,
    [code, name, `${count}`],
  )
}

/** What `addBureau` added, and nothing that has been done with it. */
export const removeBureau = (code: string): Promise<unknown> =>
  onDatabase(`DELETE FROM departments WHERE id LIKE 'bureau' || $1 || 'u%'`, [code]).then(() =>
    onDatabase(`DELETE FROM departments WHERE id = 'bureau' || $1`, [code]),
  )

/** A reviewer's note at a cell. */
export async function leaveNote(evaluationId: string, address: string, text: string): Promise<void> {
  await onDatabase(
    `WITH thread AS (
       INSERT INTO note_threads (id, evaluation_id, address) VALUES (substr(md5($1 || $2), 1, 24), $1, $2) RETURNING id
     )
     INSERT INTO note_messages (id, thread_id, node, text, by_id, by_name)
     SELECT thread.id, thread.id, 'finance', $3, users.id, name FROM thread, users WHERE login_name = 'demo-reviewer'`,
    [evaluationId, address, text],
  )
}

/** Forms of an evaluation that came from earlier years and were not confirmed, with the years. */
export const sayTakenOver = (evaluationId: string, sections: Readonly<Record<string, number>>): Promise<unknown> =>
  onDatabase('UPDATE evaluations SET carried = $2::jsonb WHERE id = $1', [evaluationId, JSON.stringify(sections)])

/** Evidence of an evaluation at some of its forms: so many files, of which the disk knows nothing. */
export async function addEvidence(evaluationId: string, count: number): Promise<void> {
  await onDatabase(
    `WITH files AS (
       INSERT INTO stored_files (hash, size, media_type)
       SELECT md5($1 || n) || md5(n || $1), 1000 + n, 'application/pdf' FROM generate_series(1, $2::int) n RETURNING hash, size
     )
     INSERT INTO evidence_files (id, evaluation_id, place, file_hash, name, kind, by_id, by_name)
     SELECT substr(md5($1 || hash), 1, 24), $1, (ARRAY['funds', 'goals', 'duties', 'scans/table'])[1 + size % 4], hash,
       '示例材料' || size || '.pdf', 'pdf', users.id, users.name FROM files, users WHERE login_name = 'demo-reviewer'`,
    [evaluationId, `${count}`],
  )
}
