import { expect, test } from 'vitest'
import type { GroupedNotifications, Notification } from '../../shared/api/notifications.ts'
import { cast, say } from '../support/masto.ts'
import { caseAbout, deciding, inCase, reportTo, settle } from '../support/moderation.ts'
import { max, mo, server, withTeam } from '../support/moderation-team.ts'
import type { Person } from '../support/server.ts'

withTeam()
const warnings = async (person: Person) =>
  (await person.api.get<Notification[]>('/api/v1/notifications?types[]=moderation_warning')).body

test('My programs are told what moderators decided about me, as Mastodon tells it, and when it is taken back', async () => {
  const [ann, ben] = await cast(server, 'ann', 'ben')
  if (!ann || !ben) throw new Error('nobody is there')
  const post = await say(ben, 'harsh words')
  await reportTo(ann, ben, { kind: 'rule', rules: ['gr1'], status_ids: [post.id] })
  const { id } = await caseAbout(mo, ben)
  await inCase(mo, id, 'decide', deciding([{ kind: 'sensitive', status_ids: [post.id] }]))
  expect(await warnings(ben)).toEqual([])
  await settle(server)
  const [told] = await warnings(ben)
  expect(told).toMatchObject({ type: 'moderation_warning', account: { id: ben.id } })
  expect(told?.group_key).toBe(`ungrouped-${told?.id}`)
  expect(told?.moderation_warning).toMatchObject({
    action: 'mark_statuses_as_sensitive',
    text: 'You wrote that people of one kind do not belong here.',
    status_ids: [post.id],
    target_account: { id: ben.id },
    appeal: null,
  })
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`"(${ann.username}|${ann.id}|${mo.id})"`))
  const { body } = await ben.api.get<GroupedNotifications>('/api/v2/notifications')
  expect(body.notification_groups.find(({ type }) => type === 'moderation_warning')?.moderation_warning?.id).toBe(
    told?.moderation_warning?.id,
  )
  expect(await warnings(ann)).toEqual([])

  await ben.browser.post(`/api/community/v1/appeals/${told?.moderation_warning?.id}`, { wrong: 'It is a quote.' })
  expect((await warnings(ben))[0]?.moderation_warning?.appeal).toEqual({ text: 'It is a quote.', state: 'pending' })
  const page = await caseAboutDecided(max, id)
  const grant = { granted: true, reasons: 'It is.' }
  expect((await max.browser.post(`/api/community/v1/moderation/appeals/${page}/answer`, grant)).status).toBe(200)
  expect(await warnings(ben)).toEqual([])
})

/** The appeal in a case that is decided. */
async function caseAboutDecided(person: Person, id: string): Promise<string> {
  const { body } = await person.browser.get(`/api/community/v1/moderation/cases/${id}`)
  return body.actions[0].appeal.id
}
