'use client'
import dynamic from 'next/dynamic'

// Parts that the server places: they come with a page, which is seen when it is whole. What a form itself brings up later needs a place
// of its own to be waited for (`ssr: false` or `loading`), or the whole page would go out of sight meanwhile, with the focus in it.

/** What stands at a form once 校验 was asked for, or it was returned; loaded then: most of the time a form is filled in without it. */
export const FindingWalk = dynamic(() => import('@/components/evaluation/finding-walk').then((module) => module.FindingWalk))
export const ChangesSinceReturn = dynamic(() =>
  import('@/components/evaluation/cells/changes-since-return').then((module) => module.ChangesSinceReturn),
)
/** Where a form stands as it was taken over from the year before. */
export const CarryForm = dynamic(() => import('@/components/evaluation/carry-form').then((module) => module.CarryForm))
export const ExplainForm = dynamic(() => import('./check/forms').then((module) => module.ExplainForm))
/** What the data say of themselves: right behind the page, which has its own boxes first. */
export const GeneratedTexts = dynamic(() => import('@/components/evaluation/rows/generated-texts').then((module) => module.GeneratedTexts))
export const DraftedTexts = dynamic(() => import('@/components/evaluation/rows/drafted-texts').then((module) => module.DraftedTexts))
/** Where the year before had problems. */
export const StillStands = dynamic(() => import('./problems/still-stands').then((module) => module.StillStands))
/** A grid weighs as much as a form: a project's goals, and the funds of all projects where one asked to see them so. */
export const GoalGrid = dynamic(() => import('./goals/goal-grid').then((module) => module.GoalGrid))
export const ProjectFundsGrid = dynamic(() =>
  import('@/components/evaluation/projects/project-funds-grid').then((module) => module.ProjectFundsGrid),
)
