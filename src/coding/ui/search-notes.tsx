import { Badge, Link, useFormat, useText, useWorkspace } from '../../../web/kit/index.ts'
import { Marked } from './marked.tsx'
import type { Found } from './search-data.ts'

type Note = Found['notes'][number]

/** What the team wrote in memos and in notes of conversations, above what was said. */
export function Notes({ found }: { found: Found }) {
  const t = useText()
  if (found.notes.length === 0) return null
  return (
    <section aria-labelledby="found-notes" className="mb-10">
      <h2 id="found-notes" className="mb-3 font-semibold">
        {t(found.areMoreNotes ? 'coding.search.notes.more' : 'coding.search.notes', {
          n: found.notes.length,
        })}
      </h2>
      <ol className="flex flex-col gap-4">
        {found.notes.map((note) => (
          <li key={note.noteId} className="border-l-2 border-line pl-3">
            <NoteFound note={note} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function NoteFound({ note }: { note: Note }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const about = [note.study, note.writer, format.date(note.when)].filter((one) => one !== null)
  return (
    <>
      <p className="mb-1 flex flex-wrap items-center gap-x-2 text-sm text-soft">
        <Badge look="accent">{t(`coding.search.note.${note.kind}`)}</Badge>
        <span className="wrap-anywhere">
          <Link href={`/w/${id}/${placeOf(note)}`}>{about.join(' · ')}</Link>
        </span>
      </p>
      <p lang={note.language} dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
        <Marked text={note.text} marks={note.marks} />
      </p>
    </>
  )
}

function placeOf(note: Note): string {
  if (note.sittingId !== null) return `sittings/${note.sittingId}?note=${note.noteId}`
  if (note.studyId !== null) return `memos?study=${note.studyId}&memo=${note.noteId}`
  if (note.codeId !== null) return `codes/${note.codeId}`
  return note.personId === null ? 'memos' : `people/${note.personId}`
}
