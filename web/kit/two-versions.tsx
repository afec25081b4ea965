import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Radio, RadioGroup } from './choice.tsx'
import { Notice } from './notice.tsx'
import { useText } from './text.tsx'

/** What both changed, as each of them reads: one choice. */
type VersionChoice = { id: string; label: string; mine: string; theirs: string }

/**
 * A colleague was faster: theirs and mine beside each other, to say which of each stays. `onTake` is told the choices of which mine stays. Give it a `key` that
 * changes with what is compared.
 */
export function TwoVersions(props: {
  title: string
  choices: readonly VersionChoice[]
  /** What one of the two changed alone, by its names. */
  onlyMine: readonly string[]
  onlyTheirs: readonly string[]
  children?: ReactNode
  onTake: (mine: string[]) => void
}) {
  const { title, choices, onlyMine, onlyTheirs, children, onTake } = props
  const t = useText()
  const [theirs, choose] = useState<readonly string[]>([])
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const take = () => onTake(choices.map(({ id }) => id).filter((id) => !theirs.includes(id)))
  return (
    <div ref={box} tabIndex={-1} className="mb-6 max-w-2xl outline-none">
      <Notice
        look="warning"
        title={title}
        action={
          <Button look="primary" onPress={take}>
            {t('kit.versions.take')}
          </Button>
        }
      >
        <p>{t('kit.versions.todo')}</p>
        {onlyTheirs.length > 0 && (
          <p className="mt-2">{t('kit.versions.theirs.only', { fields: onlyTheirs.join(' · ') })}</p>
        )}
        {onlyMine.length > 0 && (
          <p className="mt-2">{t('kit.versions.mine.only', { fields: onlyMine.join(' · ') })}</p>
        )}
        {children}
        <div className="mt-3 flex flex-col gap-4">
          {choices.map((choice) => (
            <RadioGroup
              key={choice.id}
              label={choice.label}
              value={theirs.includes(choice.id) ? 'theirs' : 'mine'}
              onChange={(side) =>
                choose(
                  side === 'theirs' ? [...theirs, choice.id] : theirs.filter((known) => known !== choice.id),
                )
              }
            >
              {(['mine', 'theirs'] as const).map((side) => (
                <Radio
                  key={side}
                  value={side}
                  description={
                    <span className="whitespace-pre-line wrap-anywhere">
                      {choice[side] || t('kit.versions.nothing')}
                    </span>
                  }
                >
                  {t(`kit.versions.${side}`)}
                </Radio>
              ))}
            </RadioGroup>
          ))}
        </div>
      </Notice>
    </div>
  )
}
