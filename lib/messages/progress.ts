import type { SectionProgress } from '@/lib/domain/checks/progress'

/** 已填 12/14; a form of which nothing must be filled in says so. */
export const sayFilled = ({ filled, required }: SectionProgress): string => (required === 0 ? '选填' : `已填 ${filled}/${required}`)

/** 3 处待处理; empty where nothing is. */
export const sayOpen = ({ open }: SectionProgress): string => (open === 0 ? '' : `${open} 处待处理`)
