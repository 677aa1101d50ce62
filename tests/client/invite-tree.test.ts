import { expect, test } from 'vitest'
import { treesOf } from '../../client/features/people/branches.ts'

const came = (username: string, by: string, state: 'active' | 'suspended' = 'active') => ({
  username,
  invited_by: by,
  joined_at: '2026-01-01T00:00:00.000Z',
  state,
})

test('whoever invited somebody stands above them, and whose own inviter is forgotten stands at the root', () => {
  const [root, ...more] = treesOf([came('carl', 'ben', 'suspended'), came('dora', 'ann'), came('ben', 'ann')])
  expect(more).toEqual([])
  expect([root?.username, root?.joinedAt]).toEqual(['ann', undefined])
  expect(root?.invited.map(({ username }) => username)).toEqual(['dora', 'ben'])
  expect(root?.invited[1]?.invited).toMatchObject([{ username: 'carl', suspended: true }])
  expect(treesOf([])).toEqual([])
})
