import {
  Badge,
  EmptyState,
  Loaded,
  Notice,
  Section,
  Table,
  useFormat,
  useText,
} from '../../../web/kit/index.ts'
import { useIntroductions, type TreeShown } from './recruiting-data.ts'

/** Who came through whom, and whether one circle has become the study. */
export function IntroductionsTab({ studyId }: { studyId: string }) {
  const t = useText()
  const tree = useIntroductions(studyId)
  return (
    <Loaded query={tree}>
      {(found) =>
        found.rows.length === 0 ? (
          <EmptyState title={t('recruiting.introductions.empty')}>
            {t('recruiting.introductions.empty.todo')}
          </EmptyState>
        ) : (
          <Tree tree={found} />
        )
      }
    </Loaded>
  )
}

function Tree({ tree: { came, introduced, roots, rows } }: { tree: TreeShown }) {
  const t = useText()
  const format = useFormat()
  const dominant = roots.find(({ isDominant }) => isDominant)
  const nameOf = (pseudonym: string | null) => pseudonym ?? t('recruiting.friend')
  return (
    <>
      {dominant && (
        <div className="mb-6">
          <Notice
            look="warning"
            title={t('recruiting.dominant', { who: nameOf(dominant.pseudonym), n: dominant.came, of: came })}
          >
            {t('recruiting.dominant.todo')}
          </Notice>
        </div>
      )}
      <p className="mb-4">{t('recruiting.introductions.n', { introduced, came })}</p>
      <Section title={t('recruiting.roots')} lead={t('recruiting.roots.lead')}>
        <Table
          label={t('recruiting.roots')}
          rows={roots}
          rowKey={({ inviteeId }) => inviteeId}
          empty={null}
          columns={[
            {
              key: 'who',
              title: t('recruiting.who'),
              isRowHeader: true,
              cell: ({ pseudonym }) => nameOf(pseudonym),
            },
            {
              key: 'came',
              title: t('recruiting.roots.came'),
              align: 'end',
              cell: (root) => format.number(root.came),
            },
            {
              key: 'share',
              title: t('recruiting.roots.share'),
              align: 'end',
              cell: ({ share, came: n }) =>
                share === null
                  ? t('recruiting.roots.of', { n, of: came })
                  : `${format.percent(share)} (n = ${format.number(came)})`,
            },
          ]}
        />
      </Section>
      <Section title={t('recruiting.tree')}>
        <ul className="flex flex-col gap-1">
          {rows.map(({ inviteeId, pseudonym, depth, state }) => (
            <li key={inviteeId} className="flex flex-wrap items-center gap-2">
              <span aria-hidden className="text-soft">
                {'– '.repeat(Math.min(depth, 8))}
              </span>
              <span className="sr-only">{t('recruiting.tree.depth', { n: depth })} </span>
              <span>{nameOf(pseudonym)}</span>
              <Badge>{t(`recruiting.state.${state}`)}</Badge>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
