import { useEffect } from 'react'
import { useGo } from '../kit/routing.ts'
import { useMay, useWorkspace } from '../kit/session.tsx'

/** The key / goes to the search from every page, and into its field where one is there already. */
export function useSearchKey(): void {
  const go = useGo()
  const { id } = useWorkspace()
  const maySearch = useMay('transcripts.read')
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target))
        return
      event.preventDefault()
      const field = document.querySelector<HTMLInputElement>('search input[type=search]')
      if (field) {
        field.focus()
        field.select()
      } else if (maySearch) go(`/w/${id}/search`)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [go, id, maySearch])
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable=true], [role=dialog]') !== null
  )
}
