import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MediationView } from '../../shared/api/mediation.ts'
import type { OwnReport } from '../../shared/api/moderation.ts'
import { say } from '../support/masto.ts'
import { answers, MEDIATIONS, member, request } from '../support/mediation.ts'
import { caseAbout, deciding, inCase, queueOf, reportTo, settle } from '../support/moderation.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('“Report and keep the evidence” on the safety page is a report like every other, with my evidence', async () => {
  const [ann, ben] = [await member(server, 'ann'), await member(server, 'ben')]
  const mo = await member(server, 'mo', { roles: ['moderator'] })
  const post = await say(ben, 'Something bad.')
  const form = request(ben, { status_ids: [post.id], screening: answers({ q3: 'yes' }) })
  const { body } = await ann.api.post<MediationView>(MEDIATIONS, form)
  await ann.api.post(`${MEDIATIONS}/${body.id}/actions`, { verb: 'report', statement: 'Please look.' })
  const found = await caseAbout(mo, ben)
  expect(found.reports[0]).toMatchObject({ comment: 'Please look.', from: { acct: 'ann' }, intact: true })
  expect(found.reports[0]?.evidence[0]?.text).toBe('Something bad.')
})

test('MUST: no flag grants both mediate and sanction on the same pair: who mediated never decides', async () => {
  const [cat, dan] = [await member(server, 'cat'), await member(server, 'dan')]
  const both = await member(server, 'both', { roles: ['moderator', 'mediator'] })
  const name = (id: number) => server.ctx.vault.fingerprint('mediation', String(id))
  const put = server.ctx.db.prepare('INSERT INTO mediation_members (case_id, role, who, since) VALUES (?, ?, ?, ?)')
  const caseId = server.ctx.newId()
  server.ctx.db
    .prepare(
      `INSERT INTO mediation_cases (id, code_name, state, track, opened_at, version, folded)
       VALUES (?, 'plain bulb', 'closed', 'mediation', 1, 1, '{}')`,
    )
    .run(caseId)
  put.run(caseId, 'a', name(dan.accountId), 1)
  put.run(caseId, 'mediator', name(both.accountId), 1)
  await reportTo(cat, dan)
  const { entries } = await queueOf(both)
  const id = entries.find(({ about }) => about?.id === dan.id)?.case_id ?? ''
  expect((await inCase(both, id, 'decide', deciding([{ kind: 'warning' }]))).body.error_code).toBe('conflict')
})

test('who reported one of the two, or decided about them lately, is not offered as their mediator', async () => {
  const { decidedLately, inConflict } = await import('../../server/features/mediation/matching/conflicts.ts')
  const [eve, fay] = [await member(server, 'eve'), await member(server, 'fay')]
  const gus = await member(server, 'gus', { roles: ['moderator'] })
  await reportTo(eve, fay)
  const { id } = await caseAbout(gus, fay)
  await inCase(gus, id, 'decide', deciding([{ kind: 'note' }], { rule: '' }))
  const hal = await member(server, 'hal')
  const people = [eve.accountId, gus.accountId]
  const sides = { a: fay.accountId, b: hal.accountId }
  expect([...inConflict(server.ctx, sides, people)]).toEqual([eve.accountId])
  expect([...decidedLately(server.ctx, sides, people)]).toEqual([gus.accountId])
})

test('moderators may suggest a mediator to who reported, as a link, and never where somebody was harmed or stopped', async () => {
  const [ann, ben] = [await server.signUp('suggested'), await server.signUp('quarrels')]
  const mo = await member(server, 'suggests', { roles: ['moderator'] })
  const mine = async () => (await ann.browser.get<OwnReport[]>('/api/community/v1/reports')).body[0]
  await reportTo(ann, ben)
  const { id } = await caseAbout(mo, ben)
  const suggesting = { rule: '', statement: '', suggest_mediator: true }
  const withWarning = await inCase(mo, id, 'decide', deciding([{ kind: 'warning' }], { suggest_mediator: true }))
  expect(Object.keys(withWarning.body.details)).toEqual(['suggest_mediator'])
  const first = await inCase(mo, id, 'preview', deciding([], suggesting))
  expect(first.body.reporters).toMatch(/breaks no rule.*a mediator can help you both talk.*Ask a mediator/)
  expect((await inCase(mo, id, 'preview', deciding([]))).body.reporters).not.toContain('you both')
  expect((await inCase(mo, id, 'decide', deciding([], suggesting))).status).toBe(200)
  expect((await mine())?.suggests_mediator).toBe(false)
  await settle(server)
  expect(await mine()).toMatchObject({ outcome: 'nothing', suggests_mediator: true })
  await reportTo(ann, ben, { kind: 'private' })
  const harm = await caseAbout(mo, ben)
  expect((await inCase(mo, harm.id, 'decide', deciding([], suggesting))).status).toBe(422)
  // by whichever way it was reported
  const cat = await server.signUp('stalks')
  await reportTo(ann, cat, { kind: 'rule', rules: ['gr7'] })
  const stalking = await caseAbout(mo, cat)
  expect((await inCase(mo, stalking.id, 'decide', deciding([], suggesting))).status).toBe(422)
})
