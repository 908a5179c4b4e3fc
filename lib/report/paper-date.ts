/** 成文日期 as GB/T 9704 writes it: 2024年5月29日, without spaces or leading zeros. Empty stays empty. */
export function paperDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  return year && month && day ? `${year}年${Number(month)}月${Number(day)}日` : ''
}
