import { Button } from '../kit/button.tsx'
import { localeNames, locales, useLocaleChoice } from '../kit/locale.tsx'
import { Menu, type MenuGroup } from '../kit/menu.tsx'
import type { Session } from '../kit/session.tsx'
import { useText } from '../kit/text.tsx'
import { themes, useTheme, type Theme } from '../kit/theme.ts'
import { useSignOut } from './sign-out.ts'

/** Who is signed in; language, appearance, the way out. */
export function MemberMenu({ member }: { member: Session['member'] }) {
  const t = useText()
  const appearance = useAppearance()
  const signOut = useSignOut()
  const leave: MenuGroup = {
    id: 'leave',
    entries: [{ id: 'out', label: t('app.sign.out'), note: member.email, onAction: () => void signOut() }],
  }
  return (
    <Menu
      label={t('app.member.menu')}
      groups={[...appearance, leave]}
      trigger={
        <Button look="quiet" isWide>
          <span className="sr-only">{t('app.member.menu')}: </span>
          <span
            aria-hidden
            className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-strong"
          >
            {initial(member.name || member.email)}
          </span>
          <span className="grow truncate text-left font-normal">{member.name || member.email}</span>
        </Button>
      }
    />
  )
}

/** Language and appearance for those who are not signed in yet. */
export function AppearanceMenu() {
  const t = useText()
  const { locale } = useLocaleChoice()
  return (
    <Menu
      label={t('app.language')}
      groups={useAppearance()}
      trigger={<Button look="quiet">{localeNames[locale]}</Button>}
    />
  )
}

function useAppearance(): MenuGroup[] {
  const t = useText()
  const { locale, setLocale } = useLocaleChoice()
  const { theme, setTheme } = useTheme()
  const themeNames: Record<Theme, string> = {
    system: t('app.theme.system'),
    light: t('app.theme.light'),
    dark: t('app.theme.dark'),
  }
  return [
    {
      id: 'language',
      title: t('app.language'),
      entries: locales.map((one) => ({
        id: one,
        label: localeNames[one],
        isCurrent: one === locale,
        onAction: () => void setLocale(one),
      })),
    },
    {
      id: 'theme',
      title: t('app.theme'),
      entries: themes.map((one) => ({
        id: one,
        label: themeNames[one],
        isCurrent: one === theme,
        onAction: () => setTheme(one),
      })),
    },
  ]
}

const initial = (name: string) => [...name.trim()][0]?.toLocaleUpperCase() ?? '·'
