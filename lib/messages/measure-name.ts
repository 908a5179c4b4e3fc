const LONGEST = 18
const start = (text: string): string => {
  const characters = [...text]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text
}

/** 措施 2：完善台账管理… */
export const measureName = (place: number, text: string): string => `措施 ${place}：${text === '' ? '（未填）' : start(text)}`
