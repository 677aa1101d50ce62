import { beforeEach, expect, test } from 'vitest'
import { say } from '../support/masto.ts'
import { caseAbout, deciding, inCase, readCase, reportTo, settle } from '../support/moderation.ts'
import { ann, ben, max, mia, mo, server, withTeam } from '../support/moderation-team.ts'
import { mailsOf } from '../support/newcomer.ts'
import type { Person } from '../support/server.ts'

const API = '/api/community/v1'

withTeam()

beforeEach(async () => {
  await reportTo(ann, ben)
})
/** The newest letter to somebody. */
const letterTo = (person: Person) => mailsOf(server, `${person.username}@mail.example`)[0]
const onAction = (person: Person, id: string, what: string, body: object = {}) =>
  person.browser.post(`${API}/moderation/actions/${id}/${what}`, body)

/** One person freezes an account alone, and its owner is told of it. */
async function freeze(more: object = {}) {
  const { id } = await caseAbout(mo, ben)
  const done = await inCase(mo, id, 'decide', deciding([{ kind: 'freeze' }], { keep_open: true, ...more }))
  await settle(server)
  return { id, action: String(done.body.actions[0].id) }
}

test('A letter about a freeze says why, that one person did it, how long it holds and how to object', async () => {
  await freeze()
  const { subject, text = '' } = letterTo(ben) ?? {}
  expect(subject).toBe('A decision about your account at Left Community')
  for (const part of [
    'froze your account',
    'people of one kind',
    'One person did this without a second one',
    'It holds until somebody ends it',
    'you can appeal once until',
    '/appeal#',
  ]) {
    expect(text).toContain(part)
  }
  expect(text).not.toContain(ann.username)
})

test('A letter about what could not wait says so, and leaves no empty heading', async () => {
  await freeze({ statement: '', rule: '' })
  const { text = '' } = letterTo(ben) ?? {}
  expect(text).toContain('This could not wait')
  expect(text).not.toContain('What happened')
})

test('Whoever acted alone ends it early, and the letter says what is over, by whom, and the way back in', async () => {
  const { id, action } = await freeze()
  const seen = (await readCase(mo, id)).actions[0]?.review
  expect(seen).toMatchObject({ done: false, refused: 'own', vacant: false })
  expect((await readCase(max, id)).actions[0]?.review?.refused).toBe(null)
  expect((await onAction(mo, action, 'lift')).status).toBe(200)
  await settle(server)
  const { subject, text = '' } = letterTo(ben) ?? {}
  expect(subject).toBe('You can log in at Left Community again')
  for (const part of [
    'looked again at the freeze of your account, decided on',
    '/login',
    'It does not count against you.',
    'is still being looked at',
  ]) {
    expect(text).toContain(part)
  }
})

test('A second person who ends it is said to have done so; time that is over too, and that it is remembered', async () => {
  const { action } = await freeze()
  await onAction(max, action, 'review', { keep: false })
  expect(letterTo(ben)?.text).toContain('A second person looked at that, and ended it.')
  const { id } = await caseAbout(mo, ben)
  const both = [{ kind: 'suspend', days: 3 }, { kind: 'warning' }]
  await inCase(mo, id, 'decide', deciding(both))
  await settle(server)
  const told = letterTo(ben)?.text ?? ''
  expect(told).toContain('Decided together with this:')
  expect(told).toContain('- moderators of Left Community warn you.')
  expect(told).toContain('This ends by itself on')
  await server.advance('P4D')
  const over = letterTo(ben)?.text ?? ''
  expect(over).toContain('the suspension of your account at Left Community, decided on')
  expect(over).toContain('was for a time only')
  expect(over).toContain('It is remembered if a rule is broken again.')
  expect((await caseOfAnother()).history.strikes).toBe(2)
})

/** A new case about the same person, as it stands. */
async function caseOfAnother() {
  await reportTo(ann, ben, { comment: 'Again.' })
  return caseAbout(mo, ben)
}

test('An answer to an appeal says what it was about, what stays, and whether one more word is heard', async () => {
  const { id } = await caseAbout(mo, ben)
  await inCase(mo, id, 'decide', deciding([{ kind: 'suspend', days: 30 }]))
  await settle(server)
  const token = /appeal#(\S+)/.exec(letterTo(ben)?.text ?? '')?.[1] ?? ''
  await server.visitor.post(`${API}/appeals/link`, { token, wrong: 'It was a quote.' })
  const appeal = (await readCase(max, id)).actions[0]?.appeal
  expect(appeal).toMatchObject({ refused: null, vacant: false })
  expect((await readCase(mo, id)).actions[0]?.appeal?.refused).toBe('own')
  const answer = (reasons: string) =>
    max.browser.post(`${API}/moderation/appeals/${appeal?.id}/answer`, { granted: false, reasons })
  const named = await answer(`@${ann.username} felt threatened.`)
  expect([named.status, named.body.details.reasons[0].error]).toEqual([422, 'ERR_NAMES'])
  expect((await answer('It was none.')).status).toBe(200)
  const { subject, text = '' } = letterTo(ben) ?? {}
  expect(subject).toBe('Your appeal at Left Community was answered')
  for (const part of [
    'the suspension of your account of',
    'The decision stands.',
    'once, until',
    'This ends by itself',
  ]) {
    expect(text).toContain(part)
  }
})

test('Words of a warning that name somebody are refused: everybody would read them at once', async () => {
  const post = await say(ben, 'a very long scene')
  const { id } = await caseAbout(mo, ben)
  const mark = (words: string) =>
    inCase(
      mo,
      id,
      'decide',
      deciding([{ kind: 'cw', status_ids: [post.id], words }], { rule: 'g1', second_reader: true }),
    )
  const refused = await mark(`hurtful to ${ann.username}`)
  expect([refused.status, refused.body.details.words[0].error]).toEqual([422, 'ERR_NAMES'])
  expect((await mark('violence')).status).toBe(200)
})

test('Who came by an invite of who acted is not offered to say that it stands, and reads who can', async () => {
  const { id, action } = await freeze()
  const linked = await server.signUp(`linked${ann.username}`, { roles: ['moderator'] })
  const invite = server.ctx.newId()
  const run = (sql: string, ...values: unknown[]) => server.ctx.db.prepare(sql).run(...values)
  const made = 'INSERT INTO invites (id, code, created_by, created_at) VALUES (?, ?, ?, ?)'
  run(made, invite, `i${invite}`, mo.accountId, 1)
  run('UPDATE members SET invite_id = ? WHERE account_id = ?', invite, linked.accountId)
  expect((await readCase(linked, id)).actions[0]?.review).toMatchObject({ refused: 'invite', vacant: false })
  expect((await onAction(linked, action, 'review', { keep: true })).body.error_code).toBe('second_person')
  expect((await readCase(mia, id)).actions[0]?.review?.refused).toBe(null)
})
