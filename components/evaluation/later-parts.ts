/**
 * What a form shows only when something happens. It comes in one piece, with the guard that every form has, right behind the page: a
 * connection that is gone later, or a program that was renewed meanwhile, takes none of it away.
 */
export { ConflictChoice } from '@/components/forms/conflict-choice'
export { ErrorSummary } from '@/components/ui/error-summary'
export { ReferenceAid } from './references/reference-aid'
export { ItemNumber, ListMarks } from './rows/list-marks'
export { RowExtras } from './rows/row-extras'
export { SplitOffer } from './rows/split-offer'
export { LeavingGuard } from './saving/leaving-guard'
export { bringTo, bringToNext } from './saving/open-places'
export { RemovedRows } from './saving/removed-rows'
