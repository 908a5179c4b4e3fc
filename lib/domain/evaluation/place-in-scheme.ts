import type { Scheme } from '@/lib/domain/schemes/scheme'

/** 一级 and 二级 of an indicator. */
export type Placed = { dimension: string; group: string }

const plain = (name: string): string => name.trim().replace(/指标$/, '')

/**
 * Where an indicator that stands elsewhere under `placed` belongs in a scheme: under the same 二级, whatever 一级 that has there; with every
 * cost under the scheme's only 成本指标; under the 二级 that is called as its 一级; under the scheme's 一级 of that name with its only 二级.
 * Empty where the scheme has none of these: the person chooses.
 */
export function placeInScheme(placed: Placed, { dimensions }: Pick<Scheme, 'dimensions'>): Placed {
  const under = (matches: (group: string) => boolean): Placed | undefined => {
    const dimension = dimensions.find(({ groups }) => groups.some(({ name }) => matches(plain(name))))
    const group = dimension?.groups.find(({ name }) => matches(plain(name)))
    return dimension && group && { dimension: dimension.name, group: group.name }
  }
  const [group, dimension] = [plain(placed.group), plain(placed.dimension)]
  const same = dimensions.find(({ name, groups }) => plain(name) === dimension && groups.some((one) => plain(one.name) === group))
  const found =
    (same && { dimension: same.name, group: same.groups.find(({ name }) => plain(name) === group)?.name ?? '' }) ??
    under((name) => name === group) ??
    (group.endsWith('成本') ? (under((name) => name === '成本') ?? under((name) => name === '经济成本')) : undefined) ??
    under((name) => name === dimension)
  if (found !== undefined) return found
  const alike = dimensions.find(({ name }) => plain(name) === dimension || (dimension === '效益' && plain(name) === '效果'))
  const [only, ...others] = alike?.groups ?? []
  return alike === undefined ? { dimension: '', group: '' } : { dimension: alike.name, group: others.length > 0 ? '' : (only?.name ?? '') }
}
