import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { OutsideReceipt, OutsideRequest } from '../../shared/api/outside-request.ts'
import { say } from '../support/masto.ts'
import { answer, caseAbout, deciding, inCase, settle } from '../support/moderation.ts'
import { ann, ben, max, mo, server, withTeam } from '../support/moderation-team.ts'
import { photo, uploaded } from '../support/pictures.ts'
import { startServer } from '../support/server.ts'

const API = '/api/community/v1/takedowns'
const SIGNED = { signature: 'Cleo Example', contact: 'cleo@mail.example', good_faith: true }

withTeam()

let width = 40
/** A post of Ben's with a picture like no other: what was taken down once is not taken in again. */
const pictured = async (more: object = {}) => {
  const picture = await uploaded(ben, await photo(++width, 33), { description: 'a person' })
  const { id } = await say(ben, 'look at her', { media_ids: [picture.id], ...more })
  return { id, post: `/@${ben.username}/${id}` }
}
const ask = (post: string, more: object = {}) => server.visitor.post<OutsideReceipt>(API, { post, ...SIGNED, ...more })
const follow = async (token: string) => (await server.visitor.post<OutsideRequest>(`${API}/read`, { token })).body
const status = async (id: string) => (await server.visitor.get(`/api/v1/statuses/${id}`)).status
const refuse = async () => {
  const { id, actions } = await caseAbout(mo, ben)
  for (const { id: hidden } of actions) await mo.browser.post(`/api/community/v1/moderation/actions/${hidden}/lift`)
  await inCase(mo, id, 'decide', {})
  await settle(server)
}

describe('intimate pictures, asked about by somebody without an account', () => {
  test('are hidden at once, two decide, and the link says how it ended', async () => {
    const { id, post } = await pictured()
    const { status: code, body: receipt } = await ask(post)
    expect([code, receipt.hidden, receipt.outcome]).toEqual([200, true, null])
    expect(Date.parse(receipt.due_at) - Date.parse(receipt.created_at)).toBe(48 * 3_600_000)
    expect([await status(id), (await ann.api.get(`/api/v1/statuses/${id}`)).status]).toEqual([404, 404])
    const found = await caseAbout(mo, ben)
    expect([found.kind, found.urgency, found.reports[0]?.from]).toEqual(['intimate', 'danger', null])
    expect(found.reports[0]?.comment).toContain('cleo@mail.example')
    const gone = deciding([{ kind: 'delete', status_ids: [id] }], { rule: 'gr7' })
    expect((await inCase(mo, found.id, 'decide', gone)).body.error_code).toBe('needs_two')
    const [proposal] = (await inCase(mo, found.id, 'proposals', gone)).body.proposals
    expect((await answer(max, proposal.id, proposal.sha256)).status).toBe(200)
    await settle(server)
    expect(await follow(receipt.token)).toMatchObject({
      outcome: 'acted',
      hidden: true,
      decided_at: expect.any(String),
    })
  })

  test('come back where it was false, and are not hidden by a further request', async () => {
    const { id, post } = await pictured()
    const { body: receipt } = await ask(post)
    expect((await ask(post)).status, 'of what is hidden').toBe(422)
    await refuse()
    expect(await follow(receipt.token)).toMatchObject({ outcome: 'nothing', hidden: false })
    expect(await status(id)).toBe(200)
    const again = await ask(post)
    expect([again.status, again.body.hidden, await status(id)]).toEqual([200, false, 200])
    expect((await ask(post)).status, 'while one is open').toBe(409)
  })

  test('hide words alone never, and three posts of one author a week at most', async () => {
    const words = await say(ben, 'no picture')
    expect((await ask(`/@${ben.username}/${words.id}`)).body.hidden).toBe(false)
    const hidden: boolean[] = []
    for (let n = 0; n < 4; n += 1) hidden.push((await ask((await pictured()).post)).body.hidden)
    expect(hidden).toEqual([true, true, true, false])
  })

  test('say of a post for few no more than of none, and are refused unsigned or filled in by a program', async () => {
    const closed = await pictured({ visibility: 'private' })
    const none = `/@${ben.username}/999`
    const refusals = [await ask(closed.post), await ask(none), await ask(`https://other.example${none}`)]
    expect(new Set(refusals.map(({ status: code, text }) => `${code} ${text}`)).size).toBe(1)
    expect(refusals[0]?.status).toBe(422)
    const { post } = await pictured()
    for (const field of [{ signature: '' }, { contact: '' }, { good_faith: false }, { website: 'x' }]) {
      const reply = await ask(post, field)
      expect([reply.status, reply.text]).toEqual([422, expect.stringContaining(Object.keys(field)[0] ?? '')])
    }
    expect((await server.visitor.post(`${API}/read`, { token: 'x'.repeat(40) })).status).toBe(404)
  })

  test('keep the name and contact sealed: neither stands in the database', async () => {
    await ask((await pictured()).post, { signature: 'Zzyzx Unwritten' })
    server.ctx.db.pragma('wal_checkpoint(TRUNCATE)')
    expect(readFileSync(server.ctx.db.name).includes('Zzyzx Unwritten')).toBe(false)
  })

  test('ask the browser for its proof, and take few from one network', async () => {
    const strict = await startServer({ RATE_LIMITS: 'on' })
    const eve = await strict.signUp('eve')
    const { id } = await say(eve, 'hello')
    const send = () => strict.visitor.post(API, { post: `/@eve/${id}`, ...SIGNED })
    expect((await send()).body.error_code).toBe('proof_needed')
    for (let n = 0; n < 4; n += 1) await send()
    expect((await send()).status).toBe(429)
    await strict.stop()
  })
})
