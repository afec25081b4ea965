import { useState } from 'react'
import {
  Button,
  Checkbox,
  EmptyState,
  Loaded,
  Notice,
  ProblemNotice,
  Select,
  useMay,
  useSearchValue,
  useText,
  useToast,
  useWorkspace,
  PagerButtons,
} from '../../../web/kit/index.ts'
import {
  isBusy,
  kinds,
  useDecide,
  usePseudonyms,
  type PseudonymShown,
  type Standing,
} from './confidentiality-data.ts'
import { Proposal } from './proposal.tsx'

const all = 'all'

/** What the rules found and nobody has decided about, by kind; one or many at once. */
export function Proposals({ studyId, standing }: { studyId: string; standing: Standing }) {
  const t = useText()
  const [asked, ask] = useSearchValue('kind')
  const kind = kinds.find((known) => known === asked)
  const { query, pager } = usePseudonyms({ studyId, standing, state: 'proposed', kind })
  return (
    <div className="flex flex-col gap-6">
      <div className="max-w-xs">
        <Select
          label={t('confidentiality.kind')}
          isRequired
          value={kind ?? all}
          onChange={(id) => ask(id === all ? undefined : id)}
          options={[
            { id: all, label: t('confidentiality.kind.all') },
            ...kinds.map((id) => ({ id, label: t(`confidentiality.kind.${id.replace(' ', '-')}`) })),
          ]}
        />
      </div>
      {kind === 'other' && (
        <Notice title={t('confidentiality.other.title')}>{t('confidentiality.other.why')}</Notice>
      )}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 && !pager.previous ? (
            <EmptyState
              title={t(isBusy(standing) ? 'confidentiality.reading' : 'confidentiality.proposed.none')}
            >
              {t('confidentiality.proposed.none.todo')}
            </EmptyState>
          ) : (
            <>
              <Page key={pager.page} studyId={studyId} items={items} />
              <PagerButtons pager={pager} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

/** What is chosen and written here stays while more are found and colleagues decide. */
function Page({ studyId, items }: { studyId: string; items: readonly PseudonymShown[] }) {
  const t = useText()
  const toast = useToast()
  const mayWrite = useMay('studies.write')
  const { id: workspaceId } = useWorkspace()
  const decide = useDecide()
  const [pressed, choose] = useState<ReadonlySet<string>>(new Set())
  const [written, write] = useState<ReadonlyMap<string, string>>(new Map())
  const here = items.map(({ pseudonymId }) => pseudonymId)
  const chosen = new Set<string>(here.filter((id) => pressed.has(id)))
  const isAll = chosen.size === items.length
  const send = async (state: 'accepted' | 'refused') => {
    const decisions = items
      .filter(({ pseudonymId }) => chosen.has(pseudonymId))
      .map(({ pseudonymId, version, pseudonym }) => {
        const own = written.get(pseudonymId)?.trim()
        return { pseudonymId, version, state, pseudonym: own === undefined || own === '' ? pseudonym : own }
      })
    await decide.mutateAsync({ path: { workspaceId, studyId }, body: { decisions } })
    choose(new Set())
    toast({ text: t(`confidentiality.${state}.done`, { n: decisions.length }) })
  }
  const toggle = (pseudonymId: string) => {
    const next = new Set(chosen)
    if (!next.delete(pseudonymId)) next.add(pseudonymId)
    choose(next)
  }
  return (
    <div className="flex flex-col gap-4">
      {decide.error && <ProblemNotice problem={decide.error} />}
      {mayWrite && (
        <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line bg-paper py-2">
          <Checkbox
            isSelected={isAll}
            isIndeterminate={chosen.size > 0 && !isAll}
            onChange={() => choose(isAll ? new Set() : new Set(here))}
          >
            {t('confidentiality.choose.all', { n: items.length })}
          </Checkbox>
          <Button
            look="primary"
            isDisabled={chosen.size === 0}
            isPending={decide.isPending}
            onPress={() => void send('accepted').catch(() => undefined)}
          >
            {t('confidentiality.accept', { n: chosen.size })}
          </Button>
          <Button
            isDisabled={chosen.size === 0}
            isPending={decide.isPending}
            onPress={() => void send('refused').catch(() => undefined)}
          >
            {t('confidentiality.refuse', { n: chosen.size })}
          </Button>
          {chosen.size > 0 && <p className="text-sm text-soft">{t('confidentiality.accept.hint')}</p>}
        </div>
      )}
      <ul
        className="flex flex-col divide-y divide-line border-b border-line"
        aria-label={t('confidentiality.proposed')}
      >
        {items.map((item) => (
          <Proposal
            key={item.pseudonymId}
            item={item}
            isChosen={chosen.has(item.pseudonymId)}
            onToggle={() => toggle(item.pseudonymId)}
            written={written.get(item.pseudonymId) ?? item.pseudonym}
            onWrite={(text) => write(new Map(written).set(item.pseudonymId, text))}
          />
        ))}
      </ul>
    </div>
  )
}
