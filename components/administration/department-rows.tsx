'use client'
import type { ComponentProps } from 'react'
import { Tree } from '@/components/ui/tree'
import type { TreeNode } from './tree-node'

/** The rows of a department tree: a file by itself, which is loaded after the page. */
export const DepartmentRows = (props: ComponentProps<typeof Tree<TreeNode>>) => <Tree<TreeNode> {...props} />
