import { useState } from 'react'
import {
  Link,
  Loaded,
  Section,
  useFormat,
  useMay,
  useText,
  useWorkspace,
  type Answer,
} from '../../../../web/kit/index.ts'
import { useCodedRegions, useFileAddress } from './document-data.ts'

type Coded = Answer<'GET /api/w/{workspaceId}/codes/{codeId}/regions'>['regions'][number]

/** Under a code's quotes: the places on pages and photos that were given it, each leading there. */
export function CodedRegions({ codeId }: { codeId: string }) {
  const t = useText()
  const query = useCodedRegions(codeId)
  return (
    <Loaded query={query}>
      {({ regions, withheld }) =>
        regions.length + withheld > 0 && (
          <div className="mt-12">
            <Section title={t('coding.regions.of.code', { n: regions.length })}>
              {withheld > 0 && (
                <p className="mb-4 text-sm text-soft">{t('coding.regions.withheld', { n: withheld })}</p>
              )}
              <ul className="grid gap-6 sm:grid-cols-2">
                {regions.map((region) => (
                  <li key={region.regionId} className="min-w-0">
                    <CodedPlace region={region} />
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        )
      }
    </Loaded>
  )
}

/** A coded place with its picture, leading there. */
export function CodedPlace({ region }: { region: Coded }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  const { kind, name, page, who, when, documentId } = region
  const words = kind === 'pdf' ? t('coding.regions.page.of', { page, name }) : name
  const facts = [who, when === null ? null : format.date(when)].filter((part) => part !== null)
  return (
    <figure>
      {kind === 'photo' && mayRead ? <Crop region={region} /> : <Outline region={region} />}
      <figcaption className="mt-2 text-sm text-soft">
        {mayRead ? <Link href={`/w/${id}/documents/${documentId}`}>{words}</Link> : words}
        {facts.length > 0 && ` · ${facts.join(' · ')}`}
      </figcaption>
    </figure>
  )
}

/** The marked part of a photo. */
function Crop({ region }: { region: Coded }) {
  const t = useText()
  const address = useFileAddress(region.documentId)
  const { left, top, width, height, name } = region
  const [ratio, set] = useState(1)
  const shape = (ratio * width) / height
  return (
    <div
      className="relative overflow-hidden rounded-md border border-line"
      style={{ aspectRatio: shape, width: `min(100%, ${18 * shape}rem)` }}
    >
      <img
        src={address}
        loading="lazy"
        alt={t('coding.documents.photo', { name })}
        className="absolute max-w-none"
        style={{
          width: `${100 / width}%`,
          left: `${(-100 * left) / width}%`,
          top: `${(-100 * top) / height}%`,
        }}
        onLoad={({ currentTarget }) => set(currentTarget.naturalWidth / currentTarget.naturalHeight)}
      />
    </div>
  )
}

/** Where on its page the place lies. */
function Outline({ region }: { region: Coded }) {
  const { left, top, width, height } = region
  return (
    <svg viewBox="0 0 70 99" className="h-40 rounded-sm border border-line bg-sunken text-accent" aria-hidden>
      <rect
        x={left * 70}
        y={top * 99}
        width={width * 70}
        height={height * 99}
        fill="currentColor"
        opacity="0.35"
      />
    </svg>
  )
}
