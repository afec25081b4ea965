/** A quiet turning ring; whoever uses it says in words what is being waited for. */
export function Spinner() {
  return (
    <span
      aria-hidden
      className="turn inline-block size-4 shrink-0 rounded-full border-2 border-current border-r-transparent opacity-80"
    />
  )
}
