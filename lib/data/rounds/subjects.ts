import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { newId } from '@/lib/data/database/new-id'

/** The subjects of departments as a whole (部门整体), by department; those that there are none of yet are made. */
export async function departmentSubjects(tx: Transaction, departmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...departmentIds]
  await tx.$executeRaw`
    INSERT INTO subjects (id, kind, department_id)
    SELECT id, 'department', department_id FROM unnest(${ids.map(newId)}::text[], ${ids}::text[]) AS wanted (id, department_id)
    ON CONFLICT (department_id) WHERE kind = 'department' DO NOTHING`
  const found = await tx.subject.findMany({
    where: { kind: 'department', departmentId: { in: ids } },
    select: { id: true, departmentId: true },
  })
  return new Map(found.map(({ id, departmentId }) => [departmentId, id]))
}
