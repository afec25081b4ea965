/** Everything a room's screens may use. Files of the kit are not imported singly from outside it, except `page.ts`. */
export { api, type Answer, type Call, type RouteKey } from './api.ts'
export { useApi, useApiMutation, useApiPages, type Pager } from './api-hooks.ts'
export { Badge, type BadgeLook } from './badge.tsx'
export { BarList, type Bar } from './bar-list.tsx'
export { Button, IconButton, type ButtonLook } from './button.tsx'
export { Checkbox, Radio, RadioGroup, Switch } from './choice.tsx'
export { ComboBox } from './combo-box.tsx'
export { ConfirmByTyping } from './confirm-by-typing.tsx'
export { CopyOnce } from './copy-once.tsx'
export { DataNumber } from './data-number.tsx'
export { Dialog } from './dialog.tsx'
export { EmptyState } from './empty-state.tsx'
export { TextArea, TextField } from './field.tsx'
export { FileDrop } from './file-drop.tsx'
export { Form } from './form.tsx'
export { Fresh } from './fresh.tsx'
export { useFormat, type Formats } from './format.ts'
export { Icon, type IconName } from './icon.tsx'
export { Link } from './link.tsx'
export { useLive } from './live.ts'
export { Loaded } from './loaded.tsx'
export { localeNames, locales, useLocaleChoice, type Locale } from './locale.tsx'
export { type MenuEntry, type MenuGroup } from './menu.tsx'
export { Notice, ProblemNotice, useProblemWords } from './notice.tsx'
export type { Option } from './option-list.tsx'
export { PageHeader, Section } from './page-header.tsx'
export { asProblem, ProblemError } from './problem.ts'
export { Progress } from './progress.tsx'
export { Quote } from './quote.tsx'
export { useGo, usePageParams, usePageTitle, useSearchValue } from './routing.ts'
export { Select } from './select.tsx'
export {
  useMay,
  useRefreshSession,
  useSession,
  useWorkspace,
  type Session,
  type Workspace,
} from './session.tsx'
export { Skeleton } from './skeleton.tsx'

export { store, stored } from './stored.ts'
export { PagerButtons, Table, type Column } from './table.tsx'
export { Tabs, type TabDefinition } from './tabs.tsx'
export { useText, type TextValues, type Translate } from './text.tsx'
export { themes, useTheme, type Theme } from './theme.ts'
export { useToast, type Toast } from './toast.tsx'
export { upload, type Upload } from './upload.ts'
