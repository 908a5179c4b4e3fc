import { Fragment } from 'react'
import { Tag } from '@/components/ui/tag'
import { UNVERIFIED_MARK } from '@/lib/messages/labels'

type Group = { id: string; name: string; schemeName: string; schemeVersion: number; verified: boolean }

/** The scheme version that a round follows; where several groups of departments follow several, each with the group's name. */
export const RoundSchemes = ({ groups }: { groups: readonly Group[] }) =>
  groups.map(({ id, name, schemeName, schemeVersion, verified }, index) => (
    <Fragment key={id}>
      {index === 0 ? null : '；'}
      {name === '' ? '' : `${name}：`}
      {schemeName} 第 {schemeVersion} 版 {verified ? null : <Tag tone="warning">{UNVERIFIED_MARK}</Tag>}
    </Fragment>
  ))
