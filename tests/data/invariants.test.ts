import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, fillIn, openedYear } from '@/tests/support/evaluations'

/** What the database itself refuses, whatever the program does. */

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
  await fillIn(district.editor, district.street)
})

const run = (sql: string) => database().$executeRawUnsafe(sql)

describe('what happened stays as it happened', () => {
  test.each(['audit_entries', 'frozen_reports', 'submissions', 'submitted_projects', 'review_steps'])('%s', async (table) => {
    if (table === 'frozen_reports') {
      await run(`INSERT INTO stored_files (hash, size, media_type) VALUES (repeat('0', 64), 1, 'application/pdf')`)
      await run(`INSERT INTO frozen_reports (evaluation_id, revision, scheme_version_id, document, pdf_hash)
        SELECT id, 1, scheme_version_id, '{}', repeat('0', 64) FROM evaluations WHERE id = '${district.street}'`)
    } else if (table === 'submissions') {
      await run(`INSERT INTO submissions (id, evaluation_id, number, revision, document, rows, typed, by_id, by_name)
        VALUES ('s', '${district.street}', 1, 1, '{}', '{}', '{}', 'x', 'x')`)
    } else if (table === 'submitted_projects') {
      await run(`INSERT INTO submitted_projects (submission_id, project_id, name, document, rows, typed, explanations)
        VALUES ('s', 'p', 'x', '{}', '{}', '{}', '[]')`)
    } else if (table === 'review_steps') {
      await run(`INSERT INTO review_steps (id, evaluation_id, number, node, action, revision, by_id, by_name)
        VALUES ('r', '${district.street}', 1, 'entry', 'submit', 1, 'x', 'x')`)
    }
    const [{ count } = { count: 0n }] = await database().$queryRawUnsafe<{ count: bigint }[]>(`SELECT count(*) FROM ${table}`)
    expect(count).toBeGreaterThan(0n)
    const column =
      table === 'frozen_reports' ? 'pdf_hash' : table === 'audit_entries' ? 'payload' : table === 'submitted_projects' ? 'name' : 'by_name'
    await expect(run(`UPDATE ${table} SET ${column} = 'changed'`)).rejects.toThrow('never changed')
    await expect(run(`DELETE FROM ${table}`)).rejects.toThrow('never changed')
    await expect(run(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('never changed')
    if (table !== 'audit_entries')
      await expect(run(`DELETE FROM evaluations WHERE id = '${district.street}'`)).rejects.toThrow('never changed')
  })
})

describe('schemes', () => {
  test('a published version never changes; a draft may', async () => {
    await expect(run(`UPDATE scheme_versions SET name = 'x' WHERE scheme_id = 'national-2020'`)).rejects.toThrow('never changed')
    await expect(run(`UPDATE scheme_versions SET published_at = NULL WHERE scheme_id = 'national-2020'`)).rejects.toThrow('never changed')
    await expect(run(`DELETE FROM scheme_versions WHERE scheme_id = 'sichuan'`)).rejects.toThrow('never changed')
    await run(`INSERT INTO scheme_versions (id, scheme_id, version, name, body, body_hash) VALUES ('draft', 'sichuan', 99, 'x', '{}', 'x')`)
    await run(`UPDATE scheme_versions SET name = 'y' WHERE id = 'draft'`)
    await run(`DELETE FROM scheme_versions WHERE id = 'draft'`)
  })

  test('bundled ones are stored once', async () => {
    const stored = await database().schemeVersion.count()
    expect(stored).toBe(bundledSchemes.length)
    await storeBundledSchemes()
    expect(await database().schemeVersion.count()).toBe(stored)
    expect(await database().auditEntry.count({ where: { action: 'schemes.store' } })).toBe(stored)
  })
})

describe('evaluations', () => {
  const update = (set: string) => run(`UPDATE evaluations SET ${set} WHERE id = '${district.town}'`)

  test('one a subject, round and scope', async () => {
    await expect(
      run(`INSERT INTO evaluations (id, subject_id, round_id, group_id, department_id, department_name, department_code, scheme_version_id)
        SELECT 'second', subject_id, round_id, group_id, department_id, department_name, department_code, scheme_version_id
        FROM evaluations WHERE id = '${district.town}'`),
    ).rejects.toThrow('evaluations_round_id_subject_id_scope_key')
    const { administrator, departments } = district
    expect(await openedYear(administrator, 2022, 'national-2020', [departments.town.id])).toHaveLength(1)
  })

  test('a project’s belongs to its department’s and has a name', async () => {
    await expect(update(`kind = 'project'`)).rejects.toThrow('evaluations_project_has_parent')
    await expect(update(`parent_id = '${district.street}'`)).rejects.toThrow('evaluations_project_has_parent')
    await run(`INSERT INTO subjects (id, kind, department_id, name, from_year)
      SELECT 'project', 'project', department_id, '示例项目', 2023 FROM evaluations WHERE id = '${district.town}'`)
    await run(`INSERT INTO evaluations
      (id, kind, subject_id, parent_id, project_name, round_id, group_id, department_id, department_name, department_code, scheme_version_id)
      SELECT 'project', 'project', 'project', id, '示例项目', round_id, group_id, department_id, department_name, department_code, scheme_version_id
      FROM evaluations WHERE id = '${district.town}'`)
  })

  test('reconstructed figures are never disclosed', async () => {
    await expect(update(`reconstructed = true, status = 'published', node = 'disclosure'`)).rejects.toThrow('reconstructed_never_published')
  })

  test.each([`status = 'submitted'`, `node = 'finance'`, `status = 'approved', node = 'unit'`, `status = 'published', node = 'finance'`])(
    'not at %s',
    async (set) => {
      await expect(update(set)).rejects.toThrow('evaluations_status_fits_node')
    },
  )

  test('nobody acts at two nodes of one evaluation', async () => {
    await run(`INSERT INTO participants VALUES ('${district.town}', 'x', 'entry')`)
    await expect(run(`INSERT INTO participants VALUES ('${district.town}', 'x', 'unit')`)).rejects.toThrow()
  })
})

test('a figure has a value or the reason why it is not applicable, and not both', async () => {
  const insert = (value: string, reason: string) =>
    run(`INSERT INTO amounts VALUES ('${district.town}', 'total', 'initialBudget', ${value}, ${reason})`)
  await expect(insert('NULL', 'NULL')).rejects.toThrow('amounts_value_or_reason')
  await expect(insert('0', `'无'`)).rejects.toThrow('amounts_value_or_reason')
  await insert('0', 'NULL')
})
