import type { LibraryIndicator } from '@/lib/domain/evaluation/library-indicator'
import { affairs } from './fields/affairs'
import { city } from './fields/city'
import { civil } from './fields/civil'
import { culture } from './fields/culture'
import { economy } from './fields/economy'
import { education } from './fields/education'
import { emergency } from './fields/emergency'
import { environment } from './fields/environment'
import { everyDepartment } from './fields/every-department'
import { finance } from './fields/finance'
import { health } from './fields/health'
import { housing } from './fields/housing'
import { justice } from './fields/justice'
import { labour } from './fields/labour'
import { land } from './fields/land'
import { market } from './fields/market'
import { party } from './fields/party'
import { street } from './fields/street'
import { town } from './fields/town'
import { transport } from './fields/transport'
import { veterans } from './fields/veterans'
import { water } from './fields/water'

/** 指标库: every entry, the everyDepartment framework first. An entry's id is permanent: indicators say from which they were taken. */
export const LIBRARY: readonly LibraryIndicator[] = [
  everyDepartment,
  party,
  street,
  town,
  civil,
  health,
  education,
  culture,
  labour,
  city,
  environment,
  water,
  transport,
  emergency,
  housing,
  land,
  market,
  justice,
  affairs,
  economy,
  veterans,
  finance,
].flat()

const byId = new Map(LIBRARY.map((entry) => [entry.id, entry]))
export const libraryEntry = (id: string): LibraryIndicator | null => byId.get(id) ?? null
