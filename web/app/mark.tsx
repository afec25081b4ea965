/** Two speech bubbles, one in front of the other, and the name. */
export function Mark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold tracking-tight">
      <svg aria-hidden viewBox="0 0 32 32" width="24" height="24">
        <path
          className="fill-accent"
          d="M4 7a4 4 0 0 1 4-4h12a4 4 0 0 1 4 4v7a4 4 0 0 1-4 4h-7l-5.2 4.3A.5.5 0 0 1 7 22v-4a3 3 0 0 1-3-3Z"
        />
        <path
          className="fill-accent/50"
          d="M26 12.2V15a5 5 0 0 1-5 5h-7l-2 1.7V22a3 3 0 0 0 3 3h6l4.2 3.6a.5.5 0 0 0 .8-.4V25a3 3 0 0 0 2-2.8V15a3 3 0 0 0-2-2.8Z"
        />
      </svg>
      Samtale
    </span>
  )
}
