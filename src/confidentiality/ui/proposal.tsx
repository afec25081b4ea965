import { Badge, Checkbox, Link, TextField, useMay, useText, useWorkspace } from '../../../web/kit/index.ts'
import type { PseudonymShown } from './confidentiality-data.ts'

type Given = {
  item: PseudonymShown
  isChosen: boolean
  onToggle: () => void
  written: string
  onWrite: (text: string) => void
}

/** One thing that was found: what, how often, where for example, and what to put in its place. */
export function Proposal({ item, isChosen, onToggle, written, onWrite }: Given) {
  const t = useText()
  const mayWrite = useMay('studies.write')
  const { original, kind, places, interviews, isParticipant } = item
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 md:grid-cols-[1fr_16rem]">
      <div className="flex min-w-0 flex-col gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {mayWrite ? (
            <Checkbox isSelected={isChosen} onChange={onToggle}>
              <span className="font-medium break-words">{original}</span>
            </Checkbox>
          ) : (
            <span className="font-medium">{original}</span>
          )}
          <Badge>{t(`confidentiality.kind.${kind.replace(' ', '-')}`)}</Badge>
          {isParticipant && <Badge look="accent">{t('confidentiality.participant')}</Badge>}
          <span className="text-sm text-soft">{t('confidentiality.places', { places, interviews })}</span>
        </div>
        <Example item={item} />
      </div>
      {mayWrite && (
        <TextField
          label={t('confidentiality.instead', { original: original ?? '' })}
          isRequired
          value={written}
          onChange={onWrite}
          maxLength={100}
        />
      )}
    </li>
  )
}

/** A few words around it, leading to where it stands. */
export function Example({ item: { example } }: { item: PseudonymShown }) {
  const t = useText()
  const { id } = useWorkspace()
  if (example === null) return null
  const place = example.utteranceId === null ? '' : `?u=${example.utteranceId}`
  return (
    <p className="max-w-prose text-sm break-words text-soft">
      {example.before}
      <mark className="rounded-sm bg-accent-soft px-0.5 text-ink">{example.text}</mark>
      {example.after}{' '}
      <Link href={`/w/${id}/interviews/${example.interviewId}${place}`}>
        {t('confidentiality.example.open', { title: example.title })}
      </Link>
    </p>
  )
}
