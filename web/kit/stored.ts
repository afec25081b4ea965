/** A choice kept in this browser; null where none was made or storage is forbidden. */
export function stored(name: string): string | null {
  try {
    return localStorage.getItem(`samtale.${name}`)
  } catch {
    return null
  }
}

/** Keeps a choice in this browser, or forgets it. Where storage is forbidden the choice lasts as long as the page. */
export function store(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`samtale.${name}`)
    else localStorage.setItem(`samtale.${name}`, value)
  } catch {
    // Private windows of some browsers refuse; nothing is lost but the memory of it.
  }
}
