import type { Reading } from '@/lib/domain/text/reading'
import { claims } from './claims'
import { counts } from './counts'
import { dates } from './dates'
import { namedLists } from './named-lists'
import { ranks } from './ranks'
import { reasons } from './reasons'
import type { Remark } from './remark'
import { lostSigns } from './units'
import { years } from './years'

/** Everything in a text that its own words, dates or lists contradict. */
export const remarksOn = (reading: Reading): Remark[] =>
  [claims, counts, namedLists, dates, years, ranks, reasons, lostSigns].flatMap((look) => look(reading))
