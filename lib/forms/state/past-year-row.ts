/** A line of past years' figures as it is shown before anything is written: what it comes to, or a sentence for each thing that is wrong with it. */
export type PastYearRow = {
  line: number
  department: string
  year: string
  /** How many cells it fills, how many say the same already, how many that year's scheme does not have; null: it is wrong. */
  comes: { fills: number; same: number; unasked: number } | null
  sentences: readonly string[]
}
