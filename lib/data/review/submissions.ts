import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { assess } from '@/lib/domain/checks/assessment'
import { type Explanation, explanationFor } from '@/lib/domain/checks/findings'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { rowIdsOf, typedBeside } from '@/lib/exchange/document-cells'
import { documentOf } from '@/lib/exchange/evaluation-document'
import type { Prisma } from '@/lib/generated/prisma/client'

/** An evaluation that is handed in, with every answer to its warnings. */
export type HandedIn = { evaluation: Evaluation; explanations: readonly Explanation[] }

/** Keeps a department's evaluation and its projects whole, as they are handed in. Gives the number of the handing-in, from 1. */
export async function keepSubmission(tx: Transaction, by: Viewer, department: HandedIn, projects: readonly HandedIn[]): Promise<number> {
  const { id: evaluationId, revision, projects: lines } = department.evaluation
  const number = (await tx.submission.count({ where: { evaluationId } })) + 1
  const who = { byId: by.userId, byName: by.name, at: new Date() }
  const { id: submissionId } = await tx.submission.create({
    data: { evaluationId, number, revision, ...contentOf(department), projectCount: projects.length, ...who },
    select: { id: true },
  })
  const codes = new Map(lines.map(({ id, code }) => [id, code]))
  await tx.submittedProject.createMany({
    data: projects.map((project) => {
      const { id: projectId, projectName } = project.evaluation
      return { submissionId, projectId, name: projectName ?? '', code: codes.get(projectId) ?? null, ...contentOf(project) }
    }),
  })
  return number
}

/** The document, what gives each of its cells its address, and the explanations that hold for the figures handed in, with who gave them and when. */
function contentOf({ evaluation, explanations }: HandedIn) {
  const { score, findings } = assess(evaluation)
  const document = documentOf(evaluation, score)
  return {
    document: document as unknown as Prisma.InputJsonObject,
    rows: rowIdsOf(evaluation) as Prisma.InputJsonObject,
    typed: typedBeside(evaluation, document),
    explanations: findings.flatMap((finding) => explanationFor(finding, explanations) ?? []),
  }
}
