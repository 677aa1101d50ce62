import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decisionFor } from '../../server/policies/domains.ts'
import type { Role } from '../../server/policies/viewer.ts'
import type { MediationException } from '../../shared/api/mediation-team.ts'
import type { ServerProposal } from '../../shared/api/peers.ts'
import type { Reply } from '../support/client.ts'
import { say } from '../support/masto.ts'
import { MEDIATIONS } from '../support/mediation.ts'
import {
  answer,
  CHECKED,
  caseAbout,
  deciding,
  inCase,
  proposeRemoval,
  queueOf,
  readCase,
  reportTo,
  settle,
} from '../support/moderation.ts'
import { openRoom } from '../support/room.ts'
import { draft, RULES, reworded } from '../support/rule-changes.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const API = '/api/community/v1'
const everything: Role[] = ['owner', 'admin', 'moderator', 'coordinator']

let server: TestServer
/** Who wants it alone, who came by an invite of theirs, and who by an invite of that; and two who did not. */
let me: Person
let twin: Person
let puppet: Person
let max: Person
let mia: Person
let ann: Person
let ben: Person
let count = 0

beforeAll(async () => {
  server = await startServer()
  server.ctx.db.pragma('synchronous = OFF')
  const strong = (name: string) => server.signUp(name, { roles: everything })
  ;[me, twin, puppet] = [await strong('me'), await strong('twin'), await strong('puppet')]
  ;[max, mia] = [await strong('max'), await strong('mia')]
  invite(me, twin)
  invite(twin, puppet)
})
afterAll(() => server.stop())

function invite(by: Person, who: Person): void {
  const id = server.ctx.newId()
  const { db } = server.ctx
  db.prepare('INSERT INTO invites (id, code, created_by, created_at) VALUES (?, ?, ?, 1)').run(
    id,
    `i${id}`,
    by.accountId,
  )
  db.prepare('UPDATE members SET invite_id = ? WHERE account_id = ?').run(id, who.accountId)
}

/** Something that takes two, as the first of them left it. */
type Open = {
  /** The second person says yes to what was there when it was begun. */
  agree(who: Person): Promise<Reply>
  /** Whether it is carried out. */
  isDone(): Promise<boolean>
  /** The first one changes what it is about; without, it cannot be changed. */
  change?(): Promise<unknown>
}
type Act = { begin(): Promise<Open> }

/** A case about somebody new, with something to decide. */
async function newCase(more: object = {}) {
  count += 1
  ;[ann, ben] = [await server.signUp(`ann${count}`), await server.signUp(`ben${count}`)]
  const post = await say(ben, 'harsh words')
  await reportTo(ann, ben, { status_ids: [post.id], ...more })
  return { id: (await caseAbout(max, ben)).id, post }
}

async function proposed(id: string, more: object): Promise<Open> {
  const { body } = await proposeRemoval(me, id, more)
  const { id: proposal, sha256 } = body.proposals.at(-1)
  const other = { ...deciding([{ kind: 'remove' }]), reason: 'Other words.', checked: CHECKED, ...more }
  return {
    agree: (who) => answer(who, proposal, sha256),
    isDone: async () => (await readCase(max, id)).state === 'decided',
    change: () => me.browser.post(`${API}/moderation/proposals/${proposal}`, { ...other, reason: 'Other words.' }),
  }
}

/** The first suspends somebody, who appeals, and it is the first who answers. */
async function appealed(): Promise<{ id: string; action: string; appeal: string }> {
  const { id } = await newCase()
  await inCase(me, id, 'decide', deciding([{ kind: 'warning' }]))
  await settle(server)
  const action = (await readCase(max, id)).actions[0]?.id ?? ''
  await ben.browser.post(`${API}/appeals/${action}`, { wrong: 'No.' })
  const found = (await queueOf(max)).entries.find(({ what, case_id }) => what === 'appeal' && case_id === id)
  return { id, action, appeal: found?.id ?? '' }
}
const takenBack = async (id: string) => (await readCase(max, id)).actions[0]?.over === 'appeal'

async function rulesDraft() {
  count += 1
  const ground_rules = await reworded(server, `Be kind, number ${count}.`)
  const { proposal } = await draft(me, { summary: 'Clearer.', ground_rules })
  return { revision: proposal?.revision, version: proposal?.version ?? 0 }
}
const stateOfRules = (version: number) =>
  server.ctx.db.prepare('SELECT state, confirmed_at AS confirmed FROM rule_sets WHERE version = ?').get(version) as {
    state: string
    confirmed: number | null
  }

/** What goes through the walls of a mediation: `kind` asked for by the first admin. */
async function exception(kind: string): Promise<Open> {
  const room = await openRoom(server)
  const log = async () => (await me.api.get<MediationException[]>(`${MEDIATIONS}/exceptions`)).body[0]
  const ask = () =>
    me.api.post(`${MEDIATIONS}/exceptions`, { case: room.id, kind, reason: 'A court wants to know it.' })
  const yes = (who: Person, id: string | undefined) => who.api.post(`${MEDIATIONS}/exceptions/${id}/agree`)
  if (kind === 'lift_hold') {
    await me.api.post(`${MEDIATIONS}/exceptions`, {
      case: room.id,
      kind: 'legal_hold',
      reason: 'A court wants it kept.',
    })
    await yes(max, (await log())?.id)
  }
  if (kind === 'danger') {
    const facts = 'They wrote that they will not live until Sunday.'
    await room.act(room.m, 'raise_danger', { facts, party: 'b' })
    expect((await yes(me, (await log())?.id)).status).toBe(200)
  } else expect((await ask()).status).toBe(200)
  const id = (await log())?.id
  return { agree: (who) => yes(who, id), isDone: async () => (await log())?.done_at !== null }
}

/** Every act that takes two. */
const acts: Record<string, Act> = {
  'a removal': { begin: async () => proposed((await newCase()).id, {}) },
  'whatever is done in a case of mocking': {
    async begin() {
      const { id, post } = await newCase({ kind: 'rule', rules: ['gr7c'] })
      const actions = [{ kind: 'delete', status_ids: [post.id] }]
      expect((await inCase(me, id, 'decide', deciding(actions))).body.error_code).toBe('needs_two')
      return proposed(id, { actions })
    },
  },
  'a second look at what one did alone': {
    async begin() {
      const { id } = await newCase()
      await inCase(me, id, 'decide', deciding([{ kind: 'freeze' }]))
      const action = (await readCase(max, id)).actions[0]?.id
      return {
        agree: (who) => who.browser.post(`${API}/moderation/actions/${action}/review`, { keep: true }),
        isDone: async () => !(await queueOf(max)).entries.some((one) => one.what === 'review' && one.case_id === id),
      }
    },
  },
  'an appeal': {
    async begin() {
      const { id, appeal } = await appealed()
      const form = { granted: true, reasons: 'Yes.' }
      return {
        agree: (who) => who.browser.post(`${API}/moderation/appeals/${appeal}/answer`, form),
        isDone: () => takenBack(id),
      }
    },
  },
  'what somebody says to the answer to their appeal': {
    async begin() {
      const { id, action, appeal } = await appealed()
      const third = await server.signUp(`third${count}`, { roles: ['moderator'] })
      await third.browser.post(`${API}/moderation/appeals/${appeal}/answer`, { granted: false, reasons: 'No.' })
      expect((await ben.browser.post(`${API}/appeals/${action}/follow-up`, { text: 'But yes.' })).status).toBe(200)
      const form = { granted: true, reasons: 'Yes.' }
      return {
        agree: (who) => who.browser.post(`${API}/moderation/appeals/${appeal}/follow-up`, form),
        isDone: () => takenBack(id),
      }
    },
  },
  'cutting a server off': {
    async begin() {
      count += 1
      const domain = `raid${count}.example`
      const path = `${API}/admin/servers/proposals`
      const form = (public_reason: string) => ({ domain, cut_off: true, public_reason })
      await me.browser.post(path, form('raids'))
      const { body } = await max.browser.get<ServerProposal[]>(path)
      const { id, sha256 } = body.find((one) => one.domain === domain) ?? {}
      return {
        agree: (who) => who.browser.post(`${path}/${id}/answer`, { sha256, answer: 'confirm', reason: 'I looked.' }),
        isDone: async () => decisionFor(server.ctx.db, domain).cutOff,
        async change() {
          await me.browser.post(`${path}/${id}/answer`, { sha256, answer: 'reject', reason: 'Other words.' })
          await me.browser.post(path, form('other words'))
        },
      }
    },
  },
  'other rules': {
    async begin() {
      const { revision, version } = await rulesDraft()
      await me.browser.post(`${RULES}/draft/approve`, { revision })
      return {
        async agree(who) {
          const own = await who.browser.post(`${RULES}/draft/approve`, { revision })
          const both = await me.browser.post(`${RULES}/draft/announce`, { revision })
          return own.status === 200 ? both : own
        },
        isDone: async () => {
          const isDone = stateOfRules(version).state !== 'draft'
          if (isDone) await me.browser.post(`${RULES}/${version}/withdraw`)
          return isDone
        },
        change: () => draft(me, { summary: 'Other words.' }),
      }
    },
  },
  'rules for an emergency': {
    async begin() {
      const { revision, version } = await rulesDraft()
      const { status, text } = await me.browser.post(`${RULES}/draft/emergency`, { revision })
      expect(status, text).toBe(200)
      return {
        agree: (who) => who.browser.post(`${RULES}/${version}/confirm`),
        isDone: async () => stateOfRules(version).confirmed !== null,
      }
    },
  },
  'a switch for more than a day': {
    async begin() {
      const path = `${API}/admin/panic`
      const on = async (who: Person) => (await who.browser.get(path)).body.on[0]
      const before = await on(me)
      if (before) await me.browser.post(`${path}/${before.id}/end`)
      server.ctx.db.prepare('DELETE FROM panic_switches').run()
      const turn = () => me.browser.post(path, { kind: 'no_media', hours: 72, reason: 'a raid' })
      await turn()
      const { id } = await on(me)
      const hours = ({ begun_at, ends_at }: { begun_at: string; ends_at: string }) =>
        (Date.parse(ends_at) - Date.parse(begun_at)) / 3_600_000
      return {
        agree: (who) => who.browser.post(`${path}/${id}/confirm`),
        isDone: async () => hours(await on(me)) > 71,
        async change() {
          await me.browser.post(`${path}/${id}/end`)
          await turn()
        },
      }
    },
  },
  'break-glass': { begin: () => exception('break_glass') },
  'a legal hold': { begin: () => exception('legal_hold') },
  'the end of a legal hold': { begin: () => exception('lift_hold') },
  'telling that somebody is in danger': { begin: () => exception('danger') },
}

describe.each(Object.entries(acts))('Two-person rules cannot be evaded: %s', (_name, { begin }) => {
  test('by one person with two roles, nor by a second account of theirs that is linked by invite', async () => {
    const { agree, isDone } = await begin()
    for (const who of [me, twin, puppet]) {
      const { status } = await agree(who)
      expect([who.username, [403, 404, 409].includes(status)]).toEqual([who.username, true])
      expect(await isDone(), who.username).toBe(false)
    }
    // somebody else can
    expect((await agree(max)).status).toBe(200)
    expect(await isDone()).toBe(true)
  })

  test('by a race of two requests, nor by replay', async () => {
    const { agree, isDone } = await begin()
    const both = await Promise.all([agree(max), agree(max), agree(mia)])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await isDone()).toBe(true)
    for (const who of [me, max, mia]) expect((await agree(who)).status, who.username).not.toBe(200)
  })
})

/** What can have other words once it is begun; the rest is what it was asked for. */
const changeable = [
  'a removal',
  'whatever is done in a case of mocking',
  'cutting a server off',
  'other rules',
  'a switch for more than a day',
]

test.each(changeable)('Two-person rules cannot be evaded by changing the proposal after approval: %s', async (name) => {
  const { agree, isDone, change } = (await acts[name]?.begin()) ?? {}
  await change?.()
  expect((await agree?.(max))?.status).toBeGreaterThanOrEqual(400)
  expect(await isDone?.()).toBe(false)
})
