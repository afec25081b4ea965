type MarkedProps = {
  text: string
  /** In codepoints and in order; `end` is the first that is not marked. */
  marks: readonly { start: number; end: number }[]
}

/** Words with some of them marked. */
export function Marked({ text, marks }: MarkedProps) {
  const letters = [...text]
  return (
    <>
      {marks.map(({ start, end }, place) => (
        <span key={start}>
          {letters.slice(marks[place - 1]?.end ?? 0, start).join('')}
          <mark className="rounded-sm bg-accent-soft px-0.5 font-semibold text-ink">
            {letters.slice(start, end).join('')}
          </mark>
        </span>
      ))}
      {letters.slice(marks.at(-1)?.end ?? 0).join('')}
    </>
  )
}
