import { TwoVersions, useFormat, useText, type Three } from '../../../web/kit/index.ts'
import { languages, type RecruitmentDraft } from '../recruiting.schema.ts'
import { compareLetters, joinLetters, partOf, questionIn } from './letter-parts.ts'

type Letters = Three<RecruitmentDraft>

/** A colleague was faster: what each of the two wrote, to say which stays. */
export function LetterVersions(props: { versions: Letters; onTake: (joined: RecruitmentDraft) => void }) {
  const { versions, onTake } = props
  const t = useText()
  const words = usePartWords(versions)
  const { both, onlyMine, onlyTheirs } = compareLetters(versions)
  return (
    <TwoVersions
      title={t('recruiting.problem.recruiting-changed')}
      choices={both.map((id) => ({
        id,
        label: words.nameOf(id),
        mine: words.textOf(versions.mine, id),
        theirs: words.textOf(versions.theirs, id),
      }))}
      onlyMine={onlyMine.map(words.nameOf)}
      onlyTheirs={onlyTheirs.map(words.nameOf)}
      onTake={(kept) => onTake(joinLetters(versions, kept))}
    />
  )
}

/** A part by its name and as a reader reads it. */
function usePartWords({ mine, theirs }: Letters) {
  const t = useText()
  const format = useFormat()
  const names = {
    minutes: t('recruiting.minutes'),
    restMonths: t('recruiting.rest'),
    about: t('recruiting.about'),
    gift: t('recruiting.gift'),
    place: t('recruiting.place'),
  }
  const nameOf = (id: string): string => {
    const part = partOf(id)
    if (part.kind !== 'question')
      return 'language' in part ? `${names[part.kind]} (${format.language(part.language)})` : names[part.kind]
    const draft = questionIn(mine, part.questionId).length > 0 ? mine : theirs
    return t('recruiting.question.n', {
      n: draft.screener.findIndex((known) => known.id === part.questionId) + 1,
    })
  }
  const textOf = (draft: RecruitmentDraft, id: string): string => {
    const part = partOf(id)
    if (part.kind === 'question')
      return questionIn(draft, part.questionId)
        .flatMap(({ text, answers }) => [
          inAll(text),
          ...answers.map((answer) =>
            [`– ${inAll(answer.text)}`, ...(answer.fits ? [t('recruiting.answer.fits')] : [])].join(' · '),
          ),
        ])
        .join('\n')
    return 'language' in part ? (draft[part.kind][part.language] ?? '') : String(draft[part.kind])
  }
  return { nameOf, textOf }
}

/** In every language it was written in. */
const inAll = (texts: RecruitmentDraft['about']) =>
  languages.flatMap((language) => texts[language] || []).join(' / ')
