import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { permissionNames, permissions, roleAllows, roleNames, roles } from './roles.ts'

const file = join(import.meta.dirname, '../../docs/roles.md')

test('docs/roles.md says what the program does (UPDATE_DOCS=1 writes it)', () => {
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, document())
  expect(readFileSync(file, 'utf8')).toBe(document())
})

test('an owner may everything but look behind pseudonyms, and everybody else less', () => {
  expect(permissionNames.filter((permission) => !roleAllows('owner', permission))).toEqual([
    'pseudonyms.reveal',
  ])
  for (const role of roleNames)
    expect(roles[role].length === permissionNames.length - 1).toBe(role === 'owner')
})

test('only the privacy officer looks behind pseudonyms', () => {
  expect(roleNames.filter((role) => roleAllows(role, 'pseudonyms.reveal'))).toEqual(['privacy officer'])
})

test('only an owner lets people and keys in', () => {
  for (const permission of ['members.manage', 'keys.manage', 'workspace.manage', 'outbox.read'] as const)
    expect(roleNames.filter((role) => roleAllows(role, permission))).toEqual(['owner'])
})

test('only those who answer for privacy erase people', () => {
  expect(roleNames.filter((role) => roleAllows(role, 'people.erase'))).toEqual(['owner', 'privacy officer'])
})

test('no role names a permission twice', () => {
  for (const role of roleNames) expect(new Set(roles[role]).size).toBe(roles[role].length)
})

function document(): string {
  const head = [
    'Permission',
    'What it allows',
    ...roleNames.map((role) => role[0]?.toUpperCase() + role.slice(1)),
  ]
  const rows = permissionNames.map((permission) => [
    `\`${permission}\``,
    permissions[permission],
    ...roleNames.map((role) => (roleAllows(role, permission) ? 'yes' : '–')),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = widths.map((width) => '-'.repeat(width))
  return `# Roles

Written by a test from \`src/workspace/roles.ts\`. A role belongs to a member in one workspace; somebody may be an owner
here and a viewer there. The scopes of secret keys are the same permissions. Write keys have none: they only send events.

${[line(head), line(rule), ...rows.map(line)].join('\n')}

What a role cannot see does not come with an answer: the server leaves it out, the screen does not hide it. To somebody
who is no member, a workspace does not exist (404).
`
}
