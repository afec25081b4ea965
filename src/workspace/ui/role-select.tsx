import { Select, useText } from '../../../web/kit/index.ts'
import { RoleName, roleNames } from '../roles.ts'

const keys: Record<RoleName, string> = {
  owner: 'owner',
  researcher: 'researcher',
  marketer: 'marketer',
  'privacy officer': 'privacy',
  viewer: 'viewer',
}

/** A role in the reader's language. */
export function useRoleName(): (role: string) => string {
  const t = useText()
  return (role) => {
    const known = RoleName.safeParse(role)
    return known.success ? t(`workspace.role.${keys[known.data]}`) : role
  }
}

type RoleSelectProps = {
  label: string
  name?: string
  value?: RoleName
  onChange?: (role: RoleName) => void
  isDisabled?: boolean
}

/** One of the five roles, each with what it is for. */
export function RoleSelect({ label, name, value, onChange, isDisabled = false }: RoleSelectProps) {
  const t = useText()
  const roleName = useRoleName()
  const options = roleNames.map((role) => ({
    id: role,
    label: roleName(role),
    note: t(`workspace.role.for.${keys[role]}`),
  }))
  return (
    <Select
      label={label}
      options={options}
      isDisabled={isDisabled}
      isRequired
      {...(name === undefined ? {} : { name })}
      {...(value === undefined ? { defaultValue: 'viewer' } : { value })}
      onChange={(id) => onChange?.(RoleName.parse(id))}
    />
  )
}
