import { useState } from 'react'
import {
  Button,
  EmptyState,
  Loaded,
  PageHeader,
  Progress,
  Tabs,
  useMay,
  usePageParams,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { AddDialog } from './add-dialog.tsx'
import { isBusy, useStanding, useStudyName, type Standing } from './confidentiality-data.ts'
import { KeyDialog } from './key-dialog.tsx'
import { LeftAlone } from './left-alone.tsx'
import { Proposals } from './proposals.tsx'
import { Replaced } from './replaced.tsx'

/** What in a study tells who somebody is: what is proposed, what is replaced and what stays. */
export function Page() {
  const t = useText()
  const { studyId } = usePageParams('studyId')
  const { id } = useWorkspace()
  const study = useStudyName(studyId)
  const standing = useStanding(studyId)
  return (
    <>
      <PageHeader
        title={t('confidentiality.title')}
        lead={t('confidentiality.lead')}
        back={{ href: `/w/${id}/studies/${studyId}`, label: study.data?.title ?? t('confidentiality.back') }}
        actions={<Actions studyId={studyId} standing={standing.data} />}
      />
      <Loaded query={standing}>{(data) => <Study studyId={studyId} standing={data} />}</Loaded>
    </>
  )
}

function Actions({ studyId, standing }: { studyId: string; standing: Standing | undefined }) {
  const t = useText()
  const [open, show] = useState<'add' | 'key'>()
  const mayWrite = useMay('studies.write')
  const mayReveal = useMay('pseudonyms.reveal')
  if (standing === undefined || isEmpty(standing)) return null
  return (
    <>
      {mayWrite && (
        <Button icon="plus" onPress={() => show('add')}>
          {t('confidentiality.add')}
        </Button>
      )}
      {mayReveal && standing.accepted > 0 && (
        <Button onPress={() => show('key')}>{t('confidentiality.key')}</Button>
      )}
      {open === 'add' && <AddDialog studyId={studyId} onClose={() => show(undefined)} />}
      {open === 'key' && <KeyDialog studyId={studyId} onClose={() => show(undefined)} />}
    </>
  )
}

function Study({ studyId, standing }: { studyId: string; standing: Standing }) {
  const t = useText()
  const { id } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  if (isEmpty(standing))
    return (
      <EmptyState
        title={t('confidentiality.none.title')}
        action={<Button href={`/w/${id}/studies/${studyId}/import`}>{t('confidentiality.none.do')}</Button>}
      >
        {t('confidentiality.none.todo')}
      </EmptyState>
    )
  const replaced = {
    id: 'accepted',
    label: t('confidentiality.tab.accepted', { n: standing.accepted }),
    content: <Replaced studyId={studyId} standing={standing} />,
  }
  return (
    <>
      {isBusy(standing) && <Busy standing={standing} />}
      <Tabs
        label={t('confidentiality.title')}
        tabs={
          mayRead
            ? [
                {
                  id: 'proposed',
                  label: t('confidentiality.tab.proposed', { n: standing.proposed + standing.others }),
                  content: <Proposals studyId={studyId} standing={standing} />,
                },
                replaced,
                {
                  id: 'refused',
                  label: t('confidentiality.tab.refused', { n: standing.refused }),
                  content: <LeftAlone studyId={studyId} standing={standing} />,
                },
              ]
            : [replaced]
        }
      />
    </>
  )
}

/** Nobody has been heard, and nobody is named in what the team wrote. */
const isEmpty = ({ interviews, proposed, others, accepted, refused }: Standing) =>
  interviews + proposed + others + accepted + refused === 0

/** What goes on in the background; nobody has to wait for it here. */
function Busy({ standing: { read, interviews, pending } }: { standing: Standing }) {
  const t = useText()
  return (
    <div className="mb-8">
      {read < interviews ? (
        <Progress label={t('confidentiality.reading')} share={read / interviews}>
          {t('confidentiality.reading.of', { read, interviews })}
        </Progress>
      ) : (
        <Progress label={t('confidentiality.replacing')}>
          {t('confidentiality.replacing.left', { n: pending })}
        </Progress>
      )}
    </div>
  )
}
