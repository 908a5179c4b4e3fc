import type { CheckCode } from '@/lib/domain/checks/facts'
import { ENTRY_SECTIONS } from '@/lib/domain/evaluation/sections'
import { checkCodes } from '@/lib/messages/findings'
import { entryHelp } from './entry-pages'
import { type GeneralTopic, generalHelp } from './general-pages'
import type { HelpPage } from './help-page'

const pages: Readonly<Record<string, HelpPage>> = { ...entryHelp, ...generalHelp }

/** Topics in the order of the index: the forms as they are filled in, then what comes after. */
export const entryTopics = ENTRY_SECTIONS
export const generalTopics = Object.keys(generalHelp) as GeneralTopic[]

/** The help page of a topic; null where there is none. */
export const helpPage = (topic: string): HelpPage | null => (Object.hasOwn(pages, topic) ? (pages[topic] ?? null) : null)

/** The codes of the checks that a page says, in the order of the catalogue. */
export const codesOf = ({ codes }: HelpPage): CheckCode[] => checkCodes.filter((code) => codes.some((start) => code.startsWith(start)))
