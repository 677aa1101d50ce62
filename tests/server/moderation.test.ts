import { describe, expect, test } from 'vitest'
import type { OwnDecision } from '../../shared/api/moderation.ts'
import { cast, mastoOf, say } from '../support/masto.ts'
import {
  caseAbout,
  deciding,
  inCase,
  localPosts,
  noticesOf,
  proposeRemoval,
  queueOf,
  readCase,
  reportTo,
  settle,
  takeTurn,
} from '../support/moderation.ts'
import { ann, ben, max, mo, server, withTeam } from '../support/moderation-team.ts'
import type { Person } from '../support/server.ts'

const API = '/api/community/v1'

withTeam()

describe('I report', () => {
  test('a post as other programs do, and get it back as they know it', async () => {
    const post = await say(ben, 'harsh words')
    const report = await mastoOf(server, ann).v1.reports.create({
      accountId: ben.id,
      statusIds: [post.id],
      comment: 'Look at this.',
      ruleIds: ['1'],
      category: 'violation',
    })
    expect(report).toMatchObject({
      actionTaken: false,
      actionTakenAt: null,
      category: 'violation',
      comment: 'Look at this.',
      forwarded: false,
      statusIds: [post.id],
      ruleIds: ['1'],
      targetAccount: { id: ben.id },
    })
  })

  test('by a rule in its own words and version, and get a receipt', async () => {
    const post = await say(ben, 'harsh words')
    const receipt = await reportTo(ann, ben, {
      kind: 'rule',
      rules: ['gr1'],
      status_ids: [post.id],
      comment: 'Look.',
      wish: 'remove_post',
    })
    expect(receipt).toMatchObject({ kind: 'rule', state: 'received', kept: 1, wish: 'remove_post', outcome: null })
    expect(receipt.rules[0]).toMatchObject({ slug: 'gr1', version: 1, number: '1' })
    expect((await ann.browser.get(`${API}/reports`)).body).toHaveLength(1)
    expect((await ben.browser.get(`${API}/reports/${receipt.id}`)).status).toBe(404)
  })

  test('and can add to it, block in the same step, and learn how it ended', async () => {
    const post = await say(ben, 'harsh words')
    const receipt = await reportTo(ann, ben, { status_ids: [post.id], block: true })
    const [relation] = (await ann.api.get(`/api/v1/accounts/relationships?id[]=${ben.id}`)).body
    expect(relation.blocking).toBe(true)
    const more = await ann.browser.post(`${API}/reports/${receipt.id}/additions`, { text: 'He goes on.' })
    expect(more.body.additions[0].text).toBe('He goes on.')
    const { id } = await caseAbout(mo, ben)
    await inCase(mo, id, 'decide', deciding([{ kind: 'warning' }]))
    expect((await ann.browser.get(`${API}/reports/${receipt.id}`)).body.outcome).toBe(null)
    await settle(server)
    expect((await ann.browser.get(`${API}/reports/${receipt.id}`)).body).toMatchObject({
      state: 'decided',
      outcome: 'acted',
    })
    expect((await noticesOf(ann)).map(({ kind }) => kind)).toContain('report_decided')
  })

  test('MUST: although I have not accepted the rules', async () => {
    const gated = await server.signUp(`gated${ann.username}`, { unaccepted: true })
    expect((await reportTo(gated, ben)).state).toBe('received')
  })

  test('and am told which field does not hold', async () => {
    const nobody = await ann.browser.post(`${API}/reports`, { account_id: '1' })
    const self = await ann.browser.post(`${API}/reports`, { account_id: ann.id })
    const noRule = await ann.browser.post(`${API}/reports`, { account_id: ben.id, kind: 'rule' })
    const unsigned = await ann.browser.post(`${API}/reports`, { account_id: ben.id, kind: 'intimate' })
    expect([nobody.status, self.status, noRule.status, unsigned.status]).toEqual([404, 422, 422, 422])
    expect(Object.keys(unsigned.body.details)).toEqual(['signature'])
  })
})

describe('who decides', () => {
  test('MUST: nobody without the role reads anything of it, and nobody what is about themselves', async () => {
    const before = (await queueOf(mo)).counts
    await reportTo(ann, mo)
    const { id } = await caseAbout(max, mo)
    expect((await queueOf(mo)).counts).toEqual(before)
    expect((await queueOf(mo)).entries.filter(({ case_id }) => case_id === id)).toEqual([])
    expect((await mo.browser.get(`${API}/moderation/cases/${id}`)).status).toBe(404)
    expect((await ann.browser.get(`${API}/moderation/cases/${id}`)).status).toBe(403)
    expect((await inCase(mo, id, 'decide', {})).status).toBe(404)
  })

  test('takes a case for half an hour, in which nobody else decides it', async () => {
    await reportTo(ann, ben)
    const { id } = await caseAbout(mo, ben)
    expect((await inCase(mo, id, 'claim')).body.claimed.mine).toBe(true)
    expect((await inCase(max, id, 'claim')).body.error_code).toBe('claimed')
    expect((await inCase(max, id, 'decide', {})).body.error_code).toBe('claimed')
    await server.advance('PT31M')
    expect((await inCase(max, id, 'claim')).status).toBe(200)
  })

  test('who reported it cannot decide it', async () => {
    await reportTo(mo, ben)
    const { id, conflicts } = await caseAbout(mo, ben)
    expect(conflicts).toContainEqual({ kind: 'reporter', hard: true })
    expect((await inCase(mo, id, 'decide', {})).body.error_code).toBe('conflict')
    expect((await inCase(max, id, 'decide', {})).status).toBe(200)
  })

  test('sees what each person will read before anybody is told', async () => {
    await reportTo(ann, ben)
    const { id } = await caseAbout(mo, ben)
    const { body } = await inCase(mo, id, 'preview', deciding([{ kind: 'warning' }]))
    expect(body.person).toContain('moderators of')
    expect(body.person).toContain('do not belong here')
    expect(body.person).not.toContain(ann.username)
    expect((await readCase(mo, id)).actions).toEqual([])
  })

  test('the clocks: danger within an hour, harassment within twelve, the rest within three days', async () => {
    const [cat, dan, eve] = await cast(server, 'cat', 'dan', 'eve')
    await takeTurn(mo, server.ctx.now(), 1)
    await reportTo(ann, cat, { kind: 'private' })
    await reportTo(ann, dan, { kind: 'evasion' })
    await reportTo(ann, eve, { kind: 'spam' })
    const hours = async (about: Person) => {
      const { due_at, created_at, urgency } = await caseAbout(mo, about)
      return [urgency, (Date.parse(due_at) - Date.parse(created_at)) / 3_600_000]
    }
    expect([await hours(cat), await hours(dan), await hours(eve)]).toEqual([
      ['danger', 1],
      ['harassment', 12],
      ['other', 72],
    ])
    const places = (await queueOf(mo)).entries.map(({ about }) => about?.id)
    expect(places.indexOf(cat.id)).toBeLessThan(places.indexOf(dan.id))
  })
})

describe('what is done', () => {
  test('a post that is deleted is out of every list at once, comes back within ten minutes, and is gone after', async () => {
    const post = await say(ben, `harsh words of ${ben.username}`)
    await reportTo(ann, ben, { status_ids: [post.id] })
    const { id } = await caseAbout(mo, ben)
    const decision = deciding([{ kind: 'delete', status_ids: [post.id] }])
    expect((await inCase(mo, id, 'decide', decision)).status).toBe(200)
    expect(await localPosts(ann)).not.toContain(`harsh words of ${ben.username}`)
    expect((await ann.api.get(`/api/v1/statuses/${post.id}`)).status).toBe(404)
    expect((await inCase(max, id, 'undo')).status).toBe(403)
    expect((await inCase(mo, id, 'undo')).body.state).toBe('open')
    expect(await localPosts(ann)).toContain(`harsh words of ${ben.username}`)
    await inCase(mo, id, 'decide', decision)
    await settle(server)
    expect((await inCase(mo, id, 'undo')).status).toBe(409)
    expect((await ben.api.get(`/api/v1/statuses/${post.id}`)).status).toBe(404)
    const { reports, contexts } = await readCase(mo, id)
    expect(reports[0]?.evidence[0]?.text).toBe(`harsh words of ${ben.username}`)
    expect(contexts[0]?.gone).toBe('moderators')
  })

  /** Whether the box asks about pictures, since a warning was once missing. */
  const hadOneAdded = async (who: Person) => (await who.browser.get('/auth/session')).body.warned_before

  test('MUST: a warning that moderators add never edits words, is marked as theirs, is disputed once, and reverts', async () => {
    const post = await say(ben, 'a very long scene')
    await reportTo(ann, ben, { status_ids: [post.id] })
    const { id } = await caseAbout(mo, ben)
    const cw = { kind: 'cw', status_ids: [post.id], words: 'Violence' }
    await inCase(mo, id, 'decide', deciding([cw], { rule: 'g1' }))
    const read = async () => (await ann.api.get(`/api/v1/statuses/${post.id}`)).body
    expect(await read()).toMatchObject({
      spoiler_text: 'Violence [CW added by moderators (G1)]',
      sensitive: true,
      content: post.content,
      edited_at: null,
    })
    expect((await ben.api.get(`/api/v1/statuses/${post.id}/source`)).body).toMatchObject({
      text: 'a very long scene',
      spoiler_text: '',
    })
    await settle(server)
    expect((await readCase(mo, id)).history.strikes).toBe(0)
    expect([await hadOneAdded(ben), await hadOneAdded(ann)]).toEqual([true, false])
    const [own] = (await ben.browser.get<OwnDecision[]>(`${API}/decisions`)).body
    expect(own).toMatchObject({ kind: 'cw', can_appeal: true, words: 'Violence' })
    const appeal = { wrong: 'Nothing violent is in it.' }
    expect((await ben.browser.post(`${API}/appeals/${own?.id}`, appeal)).status).toBe(200)
    expect((await ben.browser.post(`${API}/appeals/${own?.id}`, appeal)).status).toBe(409)
    const open = (await queueOf(max)).entries.find(({ what, case_id }) => what === 'appeal' && case_id === id)
    const path = `${API}/moderation/appeals/${open?.id}/answer`
    const grant = { granted: true, reasons: 'You are right.' }
    expect((await mo.browser.post(path, grant)).body.error_code).toBe('second_person')
    expect((await max.browser.post(path, grant)).status).toBe(200)
    expect(await read()).toMatchObject({ spoiler_text: '', sensitive: false })
    expect(await hadOneAdded(ben)).toBe(false)
  })

  test('an author can reword the warning at once', async () => {
    const post = await say(ben, 'a very long scene')
    await reportTo(ann, ben, { status_ids: [post.id] })
    const { id } = await caseAbout(mo, ben)
    await inCase(mo, id, 'decide', deciding([{ kind: 'cw', status_ids: [post.id], words: 'Gore' }], { rule: 'g1' }))
    await settle(server)
    await ben.api.put(`/api/v1/statuses/${post.id}`, { status: 'a very long scene', spoiler_text: 'A fight' })
    expect((await ann.api.get(`/api/v1/statuses/${post.id}`)).body.spoiler_text).toBe('A fight')
    expect((await readCase(mo, id)).actions[0]?.over).toBe('reworded')
  })

  test('who is frozen is locked out everywhere, and a second person looks at it within a day', async () => {
    await reportTo(ann, ben)
    const { id } = await caseAbout(mo, ben)
    const decision = deciding([{ kind: 'freeze' }], { keep_open: true })
    const { body } = await inCase(mo, id, 'decide', decision)
    expect((await ben.browser.get('/api/v1/timelines/home')).status).toBe(401)
    expect((await ben.api.get('/api/v1/timelines/home')).status).toBe(401)
    expect((await ann.api.get(`/api/v1/accounts/${ben.id}`)).body.suspended).toBeUndefined()
    const action = body.actions[0]
    const review = (who: Person, keep: boolean) =>
      who.browser.post(`${API}/moderation/actions/${action.id}/review`, { keep })
    expect((await review(mo, true)).body.error_code).toBe('second_person')
    expect((await queueOf(max)).entries.some(({ what, case_id }) => what === 'review' && case_id === id)).toBe(true)
    expect((await review(max, false)).status).toBe(200)
    const again = await ben.browser.post('/auth/session', {
      login: ben.username,
      password: 'a lantern in the reading room',
    })
    expect(again.status).toBe(200)
  })

  test('who is suspended is hidden for the days it was decided for, and then is back', async () => {
    await say(ben, `words of ${ben.username}`)
    await reportTo(ann, ben)
    const { id } = await caseAbout(mo, ben)
    expect((await inCase(mo, id, 'decide', deciding([{ kind: 'suspend' }]))).status).toBe(422)
    await inCase(mo, id, 'decide', deciding([{ kind: 'suspend', days: 30 }]))
    expect((await ann.api.get(`/api/v1/accounts/${ben.id}`)).body.suspended).toBe(true)
    expect(await localPosts(ann)).not.toContain(`words of ${ben.username}`)
    await server.advance('P31D')
    expect((await ann.api.get(`/api/v1/accounts/${ben.id}`)).body.suspended).toBeUndefined()
    expect(await localPosts(ann)).toContain(`words of ${ben.username}`)
  })

  test('who is limited is read by followers alone, and asks before they are followed', async () => {
    const [cat] = await cast(server, 'cat')
    await cat.api.post(`/api/v1/accounts/${ben.id}/follow`)
    await say(ben, `words of ${ben.username}`)
    await reportTo(ann, ben)
    const { id } = await caseAbout(mo, ben)
    await inCase(mo, id, 'decide', deciding([{ kind: 'limit' }]))
    expect(await localPosts(ann)).not.toContain(`words of ${ben.username}`)
    expect(await localPosts(cat)).toContain(`words of ${ben.username}`)
    expect((await ann.api.get(`/api/v1/accounts/${ben.id}`)).body.limited).toBe(true)
    expect((await ann.api.post(`/api/v1/accounts/${ben.id}/follow`)).body).toMatchObject({
      following: false,
      requested: true,
    })
    const [action] = (await readCase(mo, id)).actions
    await mo.browser.post(`${API}/moderation/actions/${action?.id}/lift`)
    expect(await localPosts(ann)).toContain(`words of ${ben.username}`)
  })

  test('MUST: a guideline that is broken never leads straight to a removal, and advice to no strike at all', async () => {
    await reportTo(ann, ben)
    const { id } = await caseAbout(mo, ben)
    expect((await proposeRemoval(mo, id, { rule: 'g1' })).status).toBe(422)
    expect((await inCase(mo, id, 'decide', deciding([{ kind: 'warning' }], { rule: 'g2' }))).status).toBe(422)
  })
})
