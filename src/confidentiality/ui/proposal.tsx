import {
  Badge,
  Checkbox,
  Link,
  TextField,
  useMay,
  usePageParams,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
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
  const { original, kind, isParticipant } = item
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
          <Counts item={item} />
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

/** How often it was said, and in how many texts of the team it stands. */
export function Counts({ item: { places, interviews, notes } }: { item: PseudonymShown }) {
  const t = useText()
  const said = t('confidentiality.places', { places, interviews })
  const written = t('confidentiality.notes', { n: notes })
  return (
    <span className="text-sm text-soft">
      {notes === 0 ? said : places === 0 ? written : `${said} · ${written}`}
    </span>
  )
}

/** A few words around it, leading to where it stands: in what was said and in what the team wrote. */
export function Example({ item: { example, written } }: { item: PseudonymShown }) {
  const t = useText()
  const { id } = useWorkspace()
  const { studyId } = usePageParams('studyId')
  const place = example?.utteranceId ? `?u=${example.utteranceId}` : ''
  return (
    <>
      {example && (
        <Words words={example} href={`/w/${id}/interviews/${example.interviewId}${place}`}>
          {t('confidentiality.example.open', { title: example.title })}
        </Words>
      )}
      {written && (
        <Words words={written} href={`/w/${id}/${placeOf(written, studyId)}`}>
          {t(`confidentiality.written.${written.source.replace(' ', '-')}`)}
        </Words>
      )}
    </>
  )
}

type Shown = { words: { before: string; text: string; after: string }; href: string; children: string }

function Words({ words: { before, text, after }, href, children }: Shown) {
  return (
    <p className="max-w-prose text-sm break-words text-soft">
      {before}
      <mark className="rounded-sm bg-accent-soft px-0.5 text-ink">{text}</mark>
      {after} <Link href={href}>{children}</Link>
    </p>
  )
}

function placeOf(written: NonNullable<PseudonymShown['written']>, studyId: string): string {
  const { source, sourceId, sittingId, interviewId, utteranceId, codeId, personId } = written
  const views = `studies/${studyId}/views`
  if (source === 'interview note') return `sittings/${sittingId}?note=${sourceId}`
  if (source === 'passage note') return `interviews/${interviewId}?u=${utteranceId}`
  if (source === 'summary') return `${views}?tab=framework`
  if (source === 'set') return `${views}?tab=sets&set=${sourceId}`
  if (source === 'journal') return `${views}?tab=journal`
  if (source === 'document') return `documents/${sourceId}`
  if (source === 'recording') return `recordings/${sourceId}`
  if (source === 'codebook') return `codes?book=${sourceId}`
  if (source === 'study') return `studies/${studyId}`
  if (source === 'guide') return `studies/${studyId}/guide`
  if (source === 'saturation') return `saturation?study=${studyId}`
  if (source === 'round') return `double-coding/${sourceId}`
  if (source === 'withdrawal note') return 'withdrawals'
  if (codeId !== null) return `codes/${codeId}`
  return personId === null ? `memos?study=${studyId}&memo=${sourceId}` : `people/${personId}`
}
