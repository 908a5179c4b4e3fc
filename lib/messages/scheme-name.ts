import { UNVERIFIED_MARK } from './labels'

/** A version of a scheme as it is called wherever it is named in a text: 国家通用方案 第 1 版（示例）. Tags say the rest beside it. */
export const schemeName = ({ name, version, verified }: { name: string; version: number; verified: boolean }): string =>
  `${name} 第 ${version} 版${unverifiedMark(verified)}`

/** A published version among those that one chooses from: 国家通用方案（全国，第 1 版，示例）. */
export const schemeChoice = (scheme: { name: string; region: string; version: number; verified: boolean }): string =>
  `${scheme.name}（${scheme.region}，第 ${scheme.version} 版${scheme.verified ? '' : `，${UNVERIFIED_MARK}`}）`

/** What stands behind the name of a scheme, or a clause that it cites, where nobody has held it against the regulation. */
export const unverifiedMark = (verified: boolean): string => (verified ? '' : `（${UNVERIFIED_MARK}）`)
