'use client'
import { DepartmentLabel } from '@/components/administration/department-label'
import { DepartmentTree } from '@/components/administration/department-tree'
import type { TreeBeginning } from '@/components/administration/tree-node'
import { Link } from '@/components/ui/link'

/** The tree with a way to each department, and to adding one below it. */
export function DepartmentsTree({ tree }: { tree: TreeBeginning }) {
  return (
    <DepartmentTree
      beginning={tree}
      label="部门"
      searchId="departments-search"
      row={(node) => (
        <>
          <DepartmentLabel node={node}>
            <Link href={`/departments/${node.id}`} className="text-action underline-offset-4 hover:underline">
              {node.name}
            </Link>
          </DepartmentLabel>
          {node.closed ? null : (
            <Link
              href={`/departments/new?parent=${node.id}`}
              aria-label={`新增下级：${node.name}`}
              className="text-xs text-action underline-offset-4 hover:underline"
            >
              新增下级
            </Link>
          )}
        </>
      )}
    />
  )
}
