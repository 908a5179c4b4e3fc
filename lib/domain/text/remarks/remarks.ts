import type { Reading } from '@/lib/domain/text/reading'
import { claims } from './claims'
import { counts } from './counts'
import { dates } from './dates'
import { ranks } from './ranks'
import type { Remark } from './remark'
import { lostSigns } from './units'
import { years } from './years'

/** Everything in a text that its own words, dates or lists contradict. */
export const remarksOn = (reading: Reading): Remark[] => [claims, counts, dates, years, ranks, lostSigns].flatMap((look) => look(reading))
