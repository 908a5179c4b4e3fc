/** 主要职责是：, words that only lead in the list behind them. */
export const isLeadIn = (text: string): boolean => /[：:]\s*$/.test(text)
