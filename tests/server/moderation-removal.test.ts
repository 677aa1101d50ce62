import { beforeEach, describe, expect, test } from 'vitest'
import type { OwnDecision, OwnReport } from '../../shared/api/moderation.ts'
import { say } from '../support/masto.ts'
import {
  answer,
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
} from '../support/moderation.ts'
import { ann, ben, max, mia, mo, server, withTeam } from '../support/moderation-team.ts'
import type { Person } from '../support/server.ts'

const API = '/api/community/v1'

withTeam()

describe('MUST: a removal is decided by two', () => {
  let id: string
  beforeEach(async () => {
    await say(ben, `words of ${ben.username}`)
    await reportTo(ann, ben, { kind: 'rule', rules: ['gr1'] })
    id = (await caseAbout(mo, ben)).id
  })
  const proposed = async () => {
    const { body } = await proposeRemoval(mo, id)
    return body.proposals.at(-1)
  }

  test('the server refuses one person', async () => {
    expect((await inCase(mo, id, 'decide', deciding([{ kind: 'remove' }]))).body.error_code).toBe('needs_two')
    const { id: proposal, sha256 } = await proposed()
    expect((await answer(mo, proposal, sha256)).body.error_code).toBe('second_person')
    expect((await readCase(mo, id)).standing.frozen).toBe(false)
  })

  test('cannot be confirmed once its words were changed, nor twice', async () => {
    const { id: proposal, sha256 } = await proposed()
    const other = deciding([{ kind: 'remove' }], {
      reason: 'Other words.',
      checked: ['context', 'hacked', 'irony', 'power'],
    })
    expect((await mo.browser.post(`${API}/moderation/proposals/${proposal}`, other)).status).toBe(200)
    expect((await answer(max, proposal, sha256)).body.error_code).toBe('changed')
    const now = (await readCase(max, id)).proposals.at(-1)
    const both = await Promise.all([answer(max, proposal, now?.sha256 ?? ''), answer(mia, proposal, now?.sha256 ?? '')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await mo.browser.post(`${API}/moderation/proposals/${proposal}`, other)).status).toBe(409)
  })

  test('the second person rejects it, or decides something milder in words of their own', async () => {
    const first = await proposed()
    expect((await answer(max, first.id, first.sha256, { answer: 'reject' })).status).toBe(200)
    expect((await readCase(mo, id)).proposals.at(-1)?.state).toBe('rejected')
    // what one of them rejected is confirmed by no third
    expect((await answer(mia, first.id, first.sha256)).body.error_code).toBe('changed')
    expect((await readCase(mo, id)).state).toBe('open')
    const { id: proposal, sha256 } = await proposed()
    const lower = (instead: object) => answer(max, proposal, sha256, { answer: 'lower', instead })
    expect((await lower(deciding([{ kind: 'remove' }]))).body.error_code).toBe('needs_two')
    const milder = deciding([{ kind: 'suspend', days: 7 }], { statement: 'You may come back in a week.' })
    expect((await lower(milder)).status).toBe(200)
    const page = await readCase(mo, id)
    expect([page.proposals.at(-1)?.state, page.state, page.standing]).toMatchObject([
      'lowered',
      'decided',
      { suspended: true, removed: false },
    ])
    await settle(server)
    expect(page.actions).toMatchObject([{ kind: 'suspend', by: { id: mo.id }, second: { id: max.id } }])
    const [report] = (await ann.browser.get<OwnReport[]>(`${API}/reports`)).body
    expect(report?.outcome).toBe('acted')
  })

  test('the harmed person is told before it shows; the account is closed, and appeals by its link from outside', async () => {
    const { id: proposal, sha256 } = await proposed()
    expect((await answer(max, proposal, sha256)).status).toBe(200)
    expect((await noticesOf(ann)).map(({ kind }) => kind)).toContain('report_decided')
    expect((await ann.api.get(`/api/v1/accounts/${ben.id}`)).body.suspended).toBeUndefined()
    expect((await ben.browser.get('/api/v1/timelines/home')).status).toBe(401)
    await settle(server)
    expect((await ann.api.get(`/api/v1/accounts/${ben.id}`)).body.suspended).toBe(true)
    const token = tokenFor(ben)
    const read = await server.visitor.post<OwnDecision>(`${API}/appeals/link/read`, { token })
    expect(read.body).toMatchObject({ kind: 'remove', can_appeal: true, rule: { slug: 'gr1', version: 1 } })
    expect(JSON.stringify(read.body)).not.toContain(ann.username)
    const sent = await server.visitor.post(`${API}/appeals/link`, { token, wrong: 'I quoted somebody else.' })
    expect(sent.body.appeal.state).toBe('open')
    const open = (await queueOf(mia)).entries.find(({ what, case_id }) => what === 'appeal' && case_id === id)
    const path = `${API}/moderation/appeals/${open?.id}/answer`
    const grant = { granted: true, reasons: 'It was a quote.' }
    expect((await mo.browser.post(path, grant)).body.error_code).toBe('second_person')
    expect((await max.browser.post(path, grant)).body.error_code).toBe('second_person')
    expect((await mia.browser.post(path, grant)).status).toBe(200)
    expect((await ann.api.get(`/api/v1/accounts/${ben.id}`)).body.suspended).toBeUndefined()
    expect(await localPosts(ann)).toContain(`words of ${ben.username}`)
    const back = { login: ben.username, password: 'a lantern in the reading room' }
    expect((await ben.browser.post('/auth/session', back)).status).toBe(200)
  })

  test('once refused, the person says something to that, once, and somebody else again answers with reasons', async () => {
    const { id: proposal, sha256 } = await proposed()
    await answer(max, proposal, sha256)
    await settle(server)
    const token = tokenFor(ben)
    const follow = (text: string) => server.visitor.post(`${API}/appeals/link/follow-up`, { token, text })
    expect((await follow('Before there is an answer.')).status).toBe(404)
    await server.visitor.post(`${API}/appeals/link`, { token, wrong: 'I quoted somebody else.' })
    const open = (await queueOf(mia)).entries.find(({ what, case_id }) => what === 'appeal' && case_id === id)
    const at = `${API}/moderation/appeals/${open?.id}`
    await mia.browser.post(`${at}/answer`, { granted: false, reasons: 'There is no quote.' })
    const read = await server.visitor.post<OwnDecision>(`${API}/appeals/link/read`, { token })
    expect(read.body.appeal).toMatchObject({ state: 'refused', answer: 'There is no quote.', can_follow_up: true })

    expect((await follow('The quote is in the picture.')).body.appeal.follow_up.state).toBe('open')
    expect((await follow('And another thing.')).status).toBe(409)
    expect((await queueOf(mia)).entries.filter((entry) => entry.id === open?.id)).toHaveLength(1)
    // nothing is deleted while it waits
    await server.advance('P31D')
    const nele = await server.signUp(`nele${ben.id}`, { roles: ['moderator'] })
    const grant = { granted: true, reasons: 'You are right: it is in the picture.' }
    for (const person of [mo, max, mia]) {
      expect((await person.browser.post(`${at}/follow-up`, grant)).body.error_code).toBe('second_person')
    }
    expect((await nele.browser.post(`${at}/follow-up`, { granted: true, reasons: '' })).status).toBe(422)
    expect((await nele.browser.post(`${at}/follow-up`, grant)).status).toBe(200)
    expect((await nele.browser.post(`${at}/follow-up`, grant)).status).toBe(409)
    const told = (await server.visitor.post<OwnDecision>(`${API}/appeals/link/read`, { token })).body
    expect([told.state, told.appeal?.follow_up]).toMatchObject([
      'taken_back',
      { state: 'granted', answer: grant.reasons },
    ])
    expect(await localPosts(ann)).toContain(`words of ${ben.username}`)
  })

  test('nor is it taken back by one: neither at once nor later, neither as a second look nor otherwise', async () => {
    const { id: proposal, sha256 } = await proposed()
    await answer(max, proposal, sha256)
    const removed = (await readCase(mia, id)).actions.find(({ kind }) => kind === 'remove')
    const path = `${API}/moderation/actions/${removed?.id}`
    const both = async () => [
      (await mia.browser.post(`${path}/review`, { keep: false })).body.error_code,
      (await mia.browser.post(`${path}/lift`)).body.error_code,
    ]
    expect(await both()).toEqual(['no_review', 'needs_two'])
    await settle(server)
    expect(await both()).toEqual(['no_review', 'needs_two'])
    expect((await readCase(mia, id)).standing).toMatchObject({ removed: true, suspended: true })
  })

  test('undone in its ten minutes, who reported is told nothing until it is decided otherwise', async () => {
    const { id: proposal, sha256 } = await proposed()
    await answer(max, proposal, sha256)
    expect((await inCase(mia, id, 'undo')).status).toBe(403)
    expect((await inCase(max, id, 'undo')).body.state).toBe('open')
    const [report] = (await ann.browser.get<OwnReport[]>(`${API}/reports`)).body
    expect([report?.state, report?.outcome]).toEqual(['received', null])
    expect((await noticesOf(ann)).map(({ kind }) => kind)).not.toContain('report_decided')
    await inCase(mia, id, 'decide', deciding([{ kind: 'note' }]))
    await settle(server)
    expect((await ann.browser.get(`${API}/reports/${report?.id}`)).body.outcome).toBe('noted')
  })

  test('after 20 days nobody appeals, and on day 30 everything is deleted', async () => {
    const { id: proposal, sha256 } = await proposed()
    await answer(max, proposal, sha256)
    await settle(server)
    const token = tokenFor(ben)
    await server.advance('P21D')
    const late = await server.visitor.post(`${API}/appeals/link`, { token, wrong: 'Too late?' })
    expect(late.body.error_code).toBe('too_late')
    await server.advance('P10D')
    expect((await ann.api.get(`/api/v1/accounts/${ben.id}`)).status).toBe(404)
    expect(await localPosts(ann)).not.toContain(`words of ${ben.username}`)
  })

  test('not by somebody whom the first let in', async () => {
    const { id: proposal, sha256 } = await proposed()
    const invite = server.ctx.newId()
    const run = (sql: string, ...values: unknown[]) => server.ctx.db.prepare(sql).run(...values)
    run(
      'INSERT INTO invites (id, code, created_by, created_at) VALUES (?, ?, ?, ?)',
      invite,
      `i${invite}`,
      mo.accountId,
      1,
    )
    const second = await server.signUp(`second${ann.username}`, { roles: ['moderator'] })
    run('UPDATE members SET invite_id = ? WHERE account_id = ?', invite, second.accountId)
    expect((await answer(second, proposal, sha256)).body.error_code).toBe('second_person')
    const seen = (await readCase(second, id)).proposals.at(-1)
    expect(seen?.refused).toBe('invite')
    run('DELETE FROM roles WHERE account_id = ?', second.accountId)
  })
})

test('what was left alone is opened again by who left it alone, also when they were reported anew', async () => {
  await reportTo(ann, ben, { comment: 'Look.' })
  const { id } = await caseAbout(mo, ben)
  await inCase(mo, id, 'decide', {})
  expect((await readCase(max, id)).can_undo).toBe(false)
  expect((await inCase(max, id, 'undo')).status).toBe(403)
  await reportTo(max, ben, { kind: 'private' })
  expect((await inCase(mo, id, 'undo')).status).toBe(200)
  const { reports, kind } = await caseAbout(mo, ben)
  expect([reports.map(({ comment }) => comment), kind]).toEqual([['', 'Look.'], 'doxxing'])
  await settle(server)
  expect((await ann.browser.get(`${API}/reports`)).body[0].outcome).toBe(null)
})

/** The secret of the newest link that was mailed to somebody. */
function tokenFor(person: Person): string {
  const rows = server.ctx.db.prepare('SELECT recipient, content FROM mails ORDER BY id DESC').all() as {
    recipient: Buffer
    content: Buffer
  }[]
  const mail = rows.find(({ recipient }) => server.ctx.vault.open(recipient) === `${person.username}@mail.example`)
  const text = mail ? (JSON.parse(server.ctx.vault.open(mail.content)) as { text: string }).text : ''
  return /\/appeal#(\S+)/.exec(text)?.[1] ?? ''
}
