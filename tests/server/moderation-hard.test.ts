import { describe, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import {
  answer,
  CHECKED,
  caseAbout,
  deciding,
  inCase,
  queueOf,
  readCase,
  reportTo,
  settle,
  takeTurn,
} from '../support/moderation.ts'
import { ann, ben, max, mia, mo, server, withTeam } from '../support/moderation-team.ts'
import { fetchFile, photo, upload, uploaded } from '../support/pictures.ts'
import type { Person } from '../support/server.ts'

withTeam()

const read = async (person: Person, id: string) => (await person.api.get(`/api/v1/statuses/${id}`)).status
const run = (sql: string, ...values: unknown[]) => server.ctx.db.prepare(sql).run(...values)

describe('the hard cases', () => {
  test('doxxing: my own report hides at once, its pictures too, for a day, and a few times a week', async () => {
    const picture = await uploaded(ben, await photo(), { description: 'her door' })
    const post = await say(ben, `${ann.username} lives here`, { media_ids: [picture.id] })
    const receipt = await reportTo(ann, ben, { kind: 'private', about_self: true, status_ids: [post.id] })
    expect(receipt.hidden).toBe(true)
    expect([await read(mo, post.id), await read(ben, post.id)]).toEqual([404, 200])
    expect((await fetchFile(picture.url)).status).not.toBe(200)
    const notices = (await ben.browser.get('/api/community/v1/notices')).body
    await server.advance('PT1S')
    expect(notices.concat((await ben.browser.get('/api/community/v1/notices')).body)).toContainEqual(
      expect.objectContaining({ kind: 'decision' }),
    )
    await server.advance('P1DT1H')
    expect(await read(mo, post.id)).toBe(200)
  })

  test('doxxing: another’s report hides nothing by itself', async () => {
    const post = await say(ben, 'somebody lives here')
    await reportTo(ann, ben, { kind: 'private', status_ids: [post.id] })
    expect(await read(mo, post.id)).toBe(200)
  })

  test('sexual depictions of children: no words and no picture are copied, and one alone deletes nothing', async () => {
    const picture = await uploaded(ben, await photo(), { description: 'no' })
    const post = await say(ben, 'no such thing', { media_ids: [picture.id] })
    const { id } = await reportTo(ann, ben, { kind: 'rule', rules: ['gr6'], status_ids: [post.id] })
    const found = await caseAbout(mo, ben)
    expect([found.kind, found.urgency]).toEqual(['children', 'danger'])
    expect(found.reports[0]?.evidence[0]).toMatchObject({ text: '', media: [{ sha256: null }] })
    expect(server.ctx.db.prepare('SELECT count(*) AS n FROM report_pictures WHERE report_id = ?').get(id)).toEqual({
      n: 0,
    })
    const gone = deciding([{ kind: 'delete', status_ids: [post.id] }], { rule: 'gr6' })
    expect((await inCase(mo, found.id, 'decide', gone)).body.error_code).toBe('needs_two')
    const hide = deciding([{ kind: 'hide', status_ids: [post.id] }], { rule: 'gr6', keep_open: true })
    expect((await inCase(mo, found.id, 'decide', hide)).status).toBe(200)
    const proposed = await inCase(mo, found.id, 'proposals', { ...gone, checked: CHECKED })
    const proposal = proposed.body.proposals[0]
    expect((await answer(max, proposal.id, proposal.sha256)).status).toBe(200)
    await settle(server)
    expect(await read(ben, post.id)).toBe(404)
  })

  test('intimate images: a signed request hides at once, two decide, and what was false comes back', async () => {
    const post = await say(ben, 'pictures of somebody')
    const signed = { signature: 'Ann', contact: 'ann@mail.example', good_faith: true }
    await reportTo(ann, ben, { kind: 'intimate', about_self: true, status_ids: [post.id], ...signed })
    expect(await read(mo, post.id)).toBe(404)
    await server.advance('PT47H')
    expect(await read(mo, post.id), 'until it has to be decided').toBe(404)
    const { id, actions, reports } = await caseAbout(mo, ben)
    expect(reports[0]?.comment).toContain('ann@mail.example')
    const gone = deciding([{ kind: 'delete', status_ids: [post.id] }], { rule: 'gr7' })
    expect((await inCase(mo, id, 'decide', gone)).body.error_code).toBe('needs_two')
    await mo.browser.post(`/api/community/v1/moderation/actions/${actions[0]?.id}/lift`)
    expect(await read(mo, post.id)).toBe(200)
    await inCase(mo, id, 'decide', {})
    await settle(server)
    expect((await ann.browser.get('/api/community/v1/reports')).body[0].outcome).toBe('nothing')
  })

  test('intimate images: what two deleted does not come again from anybody, and does once that was found wrong', async () => {
    const shown = await photo(44, 33)
    const { id: picture } = await uploaded(ben, shown)
    const post = await say(ben, 'look', { media_ids: [picture] })
    const signed = { signature: 'Ann', contact: 'ann@mail.example', good_faith: true }
    await reportTo(ann, ben, { kind: 'intimate', status_ids: [post.id], ...signed })
    const { id } = await caseAbout(mo, ben)
    const gone = deciding([{ kind: 'delete', status_ids: [post.id] }], { rule: 'gr7' })
    const [proposal] = (await inCase(mo, id, 'proposals', gone)).body.proposals
    await answer(max, proposal.id, proposal.sha256)
    const [cat] = await cast(server, 'cat')
    expect((await upload(cat, shown)).status, 'while it can be undone').toBe(200)
    await settle(server)
    const again = await upload(cat, shown)
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('took this picture down')])
    expect((await upload(cat, await photo(45, 33))).status).toBe(200)
    const action = (await readCase(max, id)).actions.find(({ kind }) => kind === 'delete')
    await ben.browser.post(`/api/community/v1/appeals/${action?.id}`, { wrong: 'It is my own arm.' })
    const appeal = (await queueOf(mia)).entries.find((one) => one.what === 'appeal' && one.case_id === id)
    const reasons = { granted: true, reasons: 'It is.' }
    await mia.browser.post(`/api/community/v1/moderation/appeals/${appeal?.id}/answer`, reasons)
    expect((await upload(cat, shown)).status).toBe(200)
  })

  test('an account made to mock: one person neither deletes, limits nor suspends', async () => {
    await reportTo(ann, ben, { kind: 'rule', rules: ['gr7c'] })
    const { id, kind } = await caseAbout(mo, ben)
    expect(kind).toBe('mocking')
    for (const action of [{ kind: 'limit' }, { kind: 'suspend', days: 7 }]) {
      expect((await inCase(mo, id, 'decide', deciding([action], { rule: 'gr7c' }))).body.error_code).toBe('needs_two')
    }
  })

  test('the second person reads to which posts, by which rule and for how long, and nothing for good ends by itself', async () => {
    const post = await say(ben, 'a cruel picture')
    await reportTo(ann, ben, { kind: 'rule', rules: ['gr7c'], status_ids: [post.id] })
    const { id } = await caseAbout(mo, ben)
    const hides = { kind: 'hide', status_ids: [post.id] }
    const both = deciding([hides, { kind: 'suspend', days: 7 }], {
      rule: 'gr7c',
      checked: CHECKED,
      nobody_to_ask: true,
    })
    expect((await inCase(mo, id, 'proposals', both)).status).toBe(200)
    const [seen] = (await readCase(max, id)).proposals
    expect(seen?.actions).toEqual([
      { kind: 'hide', status_ids: [post.id], days: null, words: '' },
      { kind: 'suspend', status_ids: [], days: 7, words: '' },
    ])
    expect([seen?.kind, seen?.rule?.slug]).toEqual(['decision', 'gr7c'])
    const rewrite = (action: object) =>
      mo.browser.post(
        `/api/community/v1/moderation/proposals/${seen?.id}`,
        deciding([action], { rule: 'gr7c', checked: CHECKED, nobody_to_ask: true }),
      )
    expect((await rewrite({ kind: 'remove', days: 1 })).status).toBe(422)
    await rewrite({ kind: 'remove' })
    expect((await readCase(max, id)).proposals[0]?.kind).toBe('removal')
  })

  test('what needs two still does when somebody reports a more pressing thing beside it', async () => {
    await reportTo(ann, ben, { kind: 'rule', rules: ['gr7c'] })
    await reportTo(ann, ben, { kind: 'private' })
    const { id, kind, needs_two } = await caseAbout(mo, ben)
    expect([kind, needs_two]).toEqual(['doxxing', ['remove', 'delete', 'limit', 'suspend']])
    expect((await inCase(mo, id, 'decide', deciding([{ kind: 'limit' }]))).body.error_code).toBe('needs_two')
  })

  test('stalking: half a day to decide, one hour as soon as somebody’s private information stands in it', async () => {
    const hours = ({ due_at: due }: { due_at: string }) => Math.round((Date.parse(due) - server.ctx.now()) / 3_600_000)
    await reportTo(ann, ben, { kind: 'rule', rules: ['gr7'] })
    const one = await caseAbout(mo, ben)
    expect([one.kind, hours(one)]).toEqual(['stalking', 12])
    await takeTurn(mo, server.ctx.now(), 1)
    await reportTo(ann, ben, { kind: 'private', about_self: true })
    const both = await caseAbout(mo, ben)
    expect([both.id, both.kind, hours(both)]).toEqual([one.id, 'doxxing', 1])
  })

  test('getting round a block: signs are shown only because the blocker asked, and nothing follows by itself', async () => {
    await say(ben, `@${ann.username} guess who`)
    await reportTo(ann, ben, { kind: 'evasion' })
    const { signals, actions } = await caseAbout(mo, ben)
    expect(signals.map(({ what }) => what)).toEqual(expect.arrayContaining(['young', 'aimed']))
    expect(actions).toEqual([])
  })

  test('getting round a block: the same mailbox counts, however it is spelled, and nobody reads the address', async () => {
    const { ctx } = server
    const [old] = await cast(server, 'old')
    const seal = (person: Person | undefined, email: string) =>
      run('UPDATE members SET email = ? WHERE account_id = ?', ctx.vault.seal(email), person?.accountId)
    seal(old, 'c.al+one@mail.example')
    seal(ben, 'cal@mail.example')
    await reportTo(ann, ben, { kind: 'evasion' })
    const whats = async () => (await caseAbout(mo, ben)).signals.map(({ what }) => what)
    expect(await whats()).not.toContain('mailbox')
    await ann.api.post(`/api/v1/accounts/${old?.id}/block`)
    expect(await whats()).toContain('mailbox')
    expect(JSON.stringify(await caseAbout(mo, ben))).not.toContain('mail.example')
  })

  test('getting round a block: network, links and what accounts say of themselves count for the blocker’s report alone', async () => {
    const { db } = server.ctx
    const [old] = await cast(server, 'old')
    const run = (sql: string, ...values: unknown[]) => db.prepare(sql).run(...values)
    const cal = await server.signUp(`cal${old?.id}`)
    await cal.api.post(`/api/v1/accounts/${old?.id}/block`)
    for (const person of [old, ben]) {
      run(
        'INSERT INTO account_networks (account_id, network, used_at) VALUES (?, ?, ?)',
        person?.accountId,
        `n${old?.id}`,
        server.ctx.now(),
      )
    }
    run(`UPDATE accounts SET uri = ? WHERE id = ?`, `https://old.example/${old?.id}`, old?.accountId)
    run(
      `INSERT INTO aliases (account_id, uri, acct, added_at) VALUES (?, ?, 'old', 1)`,
      ben.accountId,
      `https://old.example/${old?.id}`,
    )
    await reportTo(cal, ben, { kind: 'spam' })
    expect((await caseAbout(mo, ben)).signals).toEqual([])
    await reportTo(ann, ben, { kind: 'evasion' })
    const whats = async () => (await caseAbout(mo, ben)).signals.map(({ what }) => what)
    expect(await whats()).not.toContain('network')
    await reportTo(cal, ben, { kind: 'evasion' })
    expect(await whats()).toEqual(expect.arrayContaining(['declared', 'network']))
  })
})

// four hundred days of hourly work
test('what holds somebody can be ended when its evidence is long gone', { timeout: 60_000 }, async () => {
  const now = await server.signUp('now', { roles: ['moderator'] })
  await reportTo(ann, ben, { comment: 'Look.' })
  const { id } = await caseAbout(now, ben)
  await inCase(now, id, 'decide', deciding([{ kind: 'limit' }]))
  await server.advance('P200D')
  const later = await server.signUp('later', { roles: ['moderator'] })
  const { reports, actions } = await readCase(later, id)
  expect(reports).toEqual([])
  await later.browser.post(`/api/community/v1/moderation/actions/${actions[0]?.id}/lift`)
  expect((await later.api.get(`/api/v1/accounts/${ben.id}`)).body.limited).toBeUndefined()
  await server.advance('P200D')
  expect(server.ctx.db.prepare('SELECT id FROM moderation_cases WHERE id = ?').get(id)).toBeUndefined()
})
