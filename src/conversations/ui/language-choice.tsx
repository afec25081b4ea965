import { Checkbox, locales, useFormat, useText } from '../../../web/kit/index.ts'
import type { StudyLanguage } from '../guide/guide.schema.ts'

/** The other languages a study is held in: its guide is translated into them, side by side. */
export function LanguageChoice({
  own,
  value,
  onChange,
}: {
  own: StudyLanguage
  value: readonly StudyLanguage[]
  onChange: (languages: StudyLanguage[]) => void
}) {
  const t = useText()
  const format = useFormat()
  return (
    <fieldset>
      <legend className="text-sm font-medium">
        {t('conversations.field.languages')}
        <span className="font-normal text-soft"> · {t('kit.optional')}</span>
      </legend>
      <div className="mt-1 flex flex-wrap gap-x-6">
        {locales
          .filter((language) => language !== own)
          .map((language) => (
            <Checkbox
              key={language}
              isSelected={value.includes(language)}
              onChange={(isIn) =>
                onChange(isIn ? [...value, language] : value.filter((other) => other !== language))
              }
            >
              {format.language(language)}
            </Checkbox>
          ))}
      </div>
    </fieldset>
  )
}
