/** What is wrong with a line of a list, a sentence each. */
export const WrongSentences = ({ sentences }: { sentences: readonly string[] }) => (
  <ul className="grid gap-1 text-danger">
    {sentences.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
)
