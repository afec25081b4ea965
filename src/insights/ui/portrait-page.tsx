import { RuleSentence, Size, useRuleWords } from '../../segments/ui/index.ts'
import {
  Button,
  DataNumber,
  Fresh,
  Loaded,
  Notice,
  PageHeader,
  useFormat,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { Apart } from './portrait-apart.tsx'
import { Contact } from './portrait-contact.tsx'
import { EvidenceButton } from './portrait-evidence.tsx'
import { Heard, NotKnown } from './portrait-unknown.tsx'
import { Why } from './portrait-why.tsx'
import { OwnWords } from './portrait-words.tsx'
import { usePortrait, type PortraitShown } from './insights-data.ts'

/** Who a segment is, why, in whose words, and how many may be contacted for what; made to be read and printed. */
export function Page() {
  const { segmentId } = usePageParams('segmentId')
  const t = useText()
  const portrait = usePortrait(segmentId)
  return (
    <>
      {portrait.data === undefined && <PageHeader title={t('insights.portrait.title')} />}
      <Loaded query={portrait}>{(shown) => <PortraitView portrait={shown} />}</Loaded>
    </>
  )
}

function PortraitView({ portrait }: { portrait: PortraitShown }) {
  const t = useText()
  const { id } = useWorkspace()
  usePageTitle(t('insights.portrait.of', { name: portrait.name }))
  return (
    <article className="max-w-4xl">
      <PageHeader
        title={portrait.name}
        lead={<RuleSentence all={portrait.rule} />}
        back={{ href: `/w/${id}/segments/${portrait.segmentId}`, label: t('insights.portrait.segment') }}
        actions={<Button onPress={() => window.print()}>{t('insights.portrait.print')}</Button>}
      />
      <p className="-mt-5 mb-8 text-sm text-soft">{t('insights.portrait.set', { set: portrait.setName })}</p>
      <Figures portrait={portrait} />
      <Apart portrait={portrait} />
      <Why portrait={portrait} />
      <OwnWords portrait={portrait} />
      <Contact portrait={portrait} />
      <Heard portrait={portrait} />
      <NotKnown portrait={portrait} />
    </article>
  )
}

function Figures({ portrait }: { portrait: PortraitShown }) {
  const t = useText()
  const words = useRuleWords()
  const { id } = useWorkspace()
  const mayList = useMay('people.read')
  const { size, outcome, minimum, asOf } = portrait
  if (size === null)
    return (
      <Notice look="warning" title={t('insights.small', { minimum })}>
        {t('insights.small.why')}
      </Notice>
    )
  const place = { portrait, figure: t('insights.size'), query: 'members' }
  return (
    <dl className="flex flex-wrap gap-x-14 gap-y-6">
      <div>
        <dt className="text-sm text-soft">{t('insights.size')}</dt>
        <dd>
          {size.isExact ? (
            <DataNumber value={size.yes} size="large" freshAt={asOf} />
          ) : (
            <>
              <span className="text-3xl font-semibold tracking-tight">
                <Size people={size.yes} minimum={minimum} isExact={false} />
              </span>
              <Fresh at={asOf} />
            </>
          )}
          <span className="flex flex-wrap gap-x-3" data-screen-only>
            <EvidenceButton {...place} />
            {mayList && (
              <Button look="quiet" href={`/w/${id}/segments/${portrait.segmentId}`}>
                {t('insights.members')}
              </Button>
            )}
          </span>
        </dd>
      </div>
      <div>
        <dt className="text-sm text-soft">{t('insights.share')}</dt>
        <dd>
          <DataNumber
            value={size.share}
            as="share"
            size="large"
            interval={[size.low, size.high]}
            n={size.of}
            freshAt={asOf}
          />
        </dd>
      </div>
      {outcome !== null && portrait.outcomeRule !== null && (
        <div>
          <dt className="text-sm text-soft">{words.outcome(portrait.outcomeRule)}</dt>
          <dd>
            <DataNumber
              value={outcome.here.share}
              as="share"
              size="large"
              interval={[outcome.here.low, outcome.here.high]}
              n={outcome.here.of}
              freshAt={asOf}
            />
            <span className="text-sm text-soft">
              <Everybody share={outcome.everybody.share} of={outcome.everybody.of} />
            </span>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** The same figure among everybody who may be analysed. */
function Everybody({ share, of }: { share: number; of: number }) {
  const t = useText()
  const format = useFormat()
  return t('insights.everybody', { share: format.percent(share), n: of })
}
