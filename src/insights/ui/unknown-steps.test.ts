import { expect, test } from 'vitest'
import { PermissionName, roleAllows, type RoleName } from '../../workspace/index.ts'
import { unknowns } from '../portrait.schema.ts'
import { stepFor } from './unknown-steps.ts'

const portrait = { setId: 'set', segmentId: 'segment', heard: { last: [] } }
const offered = (role: RoleName) => {
  const may = (permission: string) => roleAllows(role, PermissionName.parse(permission))
  return unknowns.filter((name) => stepFor(name, { portrait, may }) !== undefined)
}

test('an owner is offered a step for everything that is not known', () => {
  expect(offered('owner')).toEqual(unknowns)
})

test('nobody is led to where they may not take the step: a viewer reads what is not known', () => {
  expect(offered('viewer')).toEqual(['nobody to invite'])
  expect(offered('marketer')).not.toContain('few heard')
  expect(offered('marketer')).toContain('old facts')
  expect(offered('researcher')).toContain('nothing coded')
  expect(offered('researcher')).not.toContain('nothing apart')
})
