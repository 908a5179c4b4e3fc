import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { Tag } from '@/components/ui/tag'
import type { EntrySection } from '@/lib/domain/evaluation/sections'
import type { Certainty } from '@/lib/domain/intake/read-paper'
import { acceptedAs, type acceptForm, offerId } from '@/lib/forms/read-papers'
import { fieldsOf } from '@/lib/forms/state/fields'
import { sectionLabels } from '@/lib/messages/section-labels'
import { certaintyTones } from './certainty'

const acceptField = fieldsOf<typeof acceptForm>()

/** A value as it is shown: `number` ties it to its place in the paper; null where the paper does not say it in so many words. */
export type ShownOffer = {
  at: string
  label: string
  text: string
  now: string
  state: 'same' | 'empty' | 'other'
  certainty: Certainty
  number: number | null
  /** 第 3 页第 12 行 */
  where: string
}

/** What a paper offers to one form. */
export function OfferSection({ section, offers }: { section: EntrySection; offers: readonly ShownOffer[] }) {
  const waiting = offers.filter(({ state }) => state === 'empty').length
  const differing = offers.filter(({ state }) => state === 'other').length
  const description = [
    `读到 ${offers.length} 处`,
    waiting === 0 ? '' : `待采用 ${waiting} 处`,
    differing === 0 ? '' : `与表中不同 ${differing} 处（逐项替换）`,
  ]
  return (
    <Section
      id={`offers-${section}`}
      title={sectionLabels[section]}
      description={description.filter((part) => part !== '').join('，')}
      actions={
        waiting === 0 ? null : (
          <Button type="submit" name={acceptField('accepted')} value={acceptedAs({ scope: 'section', section })}>
            采用本节
          </Button>
        )
      }
      className="mb-0"
    >
      <ul className="divide-y divide-line">
        {offers.map((offer) => (
          <OfferItem key={offer.at} offer={offer} />
        ))}
      </ul>
    </Section>
  )
}

function OfferItem({ offer: { at, label, text, now, state, certainty, number, where } }: { offer: ShownOffer }) {
  return (
    <li
      {...(number === null ? {} : { id: `offer-${number}` })}
      className="grid scroll-mt-24 grid-cols-[1fr_auto] gap-x-3 gap-y-1 py-2 target:bg-sunken"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {number === null ? null : (
            <a
              href={`#paper-${number}`}
              aria-label={`原文第 ${number} 处，${where}`}
              className="rounded bg-action px-1 text-xs text-on-action"
            >
              {number}
            </a>
          )}
          <span>{label}</span>
          {certainty === 'certain' ? null : <Tag tone={certaintyTones[certainty].tone}>{certaintyTones[certainty].label}</Tag>}
          {state === 'other' ? <Tag tone="warning">表中已有不同内容</Tag> : null}
        </p>
        <p className="text-sm break-words whitespace-pre-line">{text}</p>
        {state === 'other' ? <p className="text-sm break-words whitespace-pre-line text-muted">表中现为：{now}</p> : null}
      </div>
      <div className="self-start">
        {state === 'same' ? (
          <Tag tone="success">已在表中</Tag>
        ) : (
          <Button
            type="submit"
            variant="quiet"
            name={acceptField('accepted')}
            value={acceptedAs({ scope: 'one', at })}
            id={offerId(at)}
            aria-label={`${state === 'other' ? '替换' : '采用'}：${label}`}
          >
            {state === 'other' ? '替换' : '采用'}
          </Button>
        )}
      </div>
    </li>
  )
}
