import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../server/routes.ts'
import { runAdmin } from '../support/admin.ts'
import { openRoom, type Room } from '../support/room.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const said: Record<string, string> = {}
/** A word that is said once, in one place, and can be found again wherever it went. */
const word = (place: string): string => {
  said[place] = `kestrel${place.replaceAll(' ', '')}wort`
  return said[place]
}

const lines: string[] = []
let home: string
let server: TestServer
let room: Room
const others: Record<string, Person> = {}

const no = { q1: 'no', q2: 'no', q3: 'no', q4: 'no', q5: 'no', q6: 'no', q7: 'no', q8: 'no', q9: 'no', q10: 'no' }

/** Everything that can be written to ask for a mediator, and what is asked back. */
async function askWithWords(): Promise<void> {
  const asker = await server.signUp('asker')
  server.ctx.db.prepare('UPDATE accounts SET joined_at = 1, created_at = 1 WHERE id = ?').run(asker.accountId)
  const { body } = await asker.api.post('/api/community/v1/mediations', {
    account_id: others.stranger?.id,
    story: word('story'),
    access_needs: word('access needs'),
    warnings: word('warnings'),
    hopes: ['understood'],
    track: 'mediation',
    mode: 'shuttle',
    languages: ['en'],
    screening: no,
    consent: true,
  })
  expect(body.state).toBe('triage')
  const path = `/api/community/v1/mediations/${body.id}/actions`
  expect((await others.coordinator?.api.post(path, { verb: 'ask', text: word('question') }))?.status).toBe(200)
  expect((await asker.api.post(path, { verb: 'answer', text: word('answer') })).status).toBe(200)
}

/** Everything that can be said from the first message to after the end. */
async function talkWithWords(): Promise<void> {
  const { a, b, m, act, say: tell, last } = room
  const ok = async (reply: Promise<{ status: number; text: string }>) => {
    const { status, text } = await reply
    expect([status, status === 200 ? '' : text]).toEqual([200, ''])
  }
  await ok(tell(a, 'caucus_a', word('caucus a')))
  await ok(tell(b, 'caucus_b', word('caucus b')))
  await ok(tell(m, 'notes', word('notes')))
  await ok(act(m, 'offer', { message_id: await last(a, 'caucus_a'), text: word('wording') }))
  await ok(act(a, 'approve', { message_id: await last(a, 'caucus_a') }))
  await ok(act(m, 'carry', { message_id: await last(a, 'caucus_a') }))
  await ok(act(m, 'move_phase', { phase: 'needs' }))
  await ok(tell(b, 'joint', word('joint')))
  await ok(act(m, 'hold', { message_id: await last(b, 'joint'), reason: word('hold reason') }))
  await ok(act(a, 'state_needs', { needs: ['clarity'], text: word('needs') }))
  await ok(
    act(b, 'report_breach', { message_id: await last(b, 'joint'), statement: word('breach'), afterwards: 'keep' }),
  )
  await ok(act(m, 'move_phase', { phase: 'options' }))
  await ok(act(b, 'propose_clause', { clauses: [{ type: 'free', owed_by: 'both', text: word('clause') }] }))
  await ok(act(m, 'to_signing'))
  const clauses = [{ type: 'free', owed_by: 'both', text: word('clause two') }]
  await ok(act(b, 'edit_agreement', { clauses, publicity: 'statement', statement: word('joint statement') }))
  await ok(act(a, 'complain', { text: word('complaint') }))
  await ok(act(a, 'escalate', { statement: word('escalation') }))
  await ok(act(a, 'feedback', { heard: 3, safe: 3, again: 3, text: word('feedback') }))
  await tell(a, 'caucus_a', word('refused'))
  await act(a, 'feedback', { heard: word('wrong field') })
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'left-community-secrecy-'))
  server = await startServer({}, home, { write: (line) => void lines.push(line) })
  for (const role of ['coordinator', 'moderator', 'admin', 'steward', 'owner'] as const)
    others[role] = await server.signUp(role, { roles: [role] })
  others.stranger = await server.signUp('stranger')
  room = await openRoom(server, { mode: 'joint' })
  await talkWithWords()
  await askWithWords()
  await server.advance('PT1H')
})
afterAll(async () => {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
})

const filesBelow = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((file) => join(folder, file))
    .filter((path) => statSync(path).isFile())

const forms = (text: string): (string | Buffer)[] => [
  text,
  Buffer.from(text).toString('base64').slice(2, -4),
  Buffer.from(text, 'utf16le'),
]

function expectNothingIn(files: readonly string[]): void {
  for (const path of files) {
    const bytes = readFileSync(path)
    for (const [place, text] of Object.entries(said))
      expect([path, place, forms(text).some((form) => bytes.includes(form))]).toEqual([path, place, false])
  }
}

describe('nothing of the talk is', () => {
  test('in a file outside the secrets folder, letters that wait to be sent included', () => {
    expect(Object.keys(said).length).toBeGreaterThan(18)
    const files = filesBelow(server.ctx.config.dataDir)
    expect(files.some((path) => path.endsWith('.eml'))).toBe(true)
    expectNothingIn(files)
    expectNothingIn(filesBelow(server.ctx.config.secretsDir))
  })

  test('in the log, nor any name of who is in it', () => {
    expect(lines.length).toBeGreaterThan(20)
    const log = lines.join('\n')
    for (const [place, text] of Object.entries(said)) expect([place, log.includes(text)]).toEqual([place, false])
    for (const person of [room.a, room.b, room.m]) expect(log).not.toContain(person.username)
  })

  test('in a mail: it has no names and no subject', async () => {
    const settings = { DATA_DIR: server.ctx.config.dataDir, PUBLIC_URL: server.url }
    const mails = JSON.parse((await runAdmin(settings, 'mail', 'list', '--json')).stdout)
    expect(mails.length).toBeGreaterThan(1)
    const names = [room.a, room.b, room.m].map(({ username }) => username)
    for (const { subject, text } of mails) {
      expect(subject).toMatch(/^You have a message on /)
      for (const hidden of [...Object.values(said), ...names]) expect(`${subject} ${text}`).not.toContain(hidden)
    }
  })

  test('in a notice: it has no names', async () => {
    for (const person of [room.a, room.b, room.m]) {
      const { text, body } = await person.browser.get('/api/community/v1/notices')
      expect(body.length).toBeGreaterThan(0)
      const rest = [room.a, room.b, room.m].filter((one) => one !== person).map(({ username }) => username)
      for (const hidden of [...Object.values(said), ...rest]) expect(text).not.toContain(hidden)
    }
  })

  test('in a backup', async () => {
    const secret = { BACKUP_PASSPHRASE: 'a lantern for the archive', PUBLIC_URL: server.url }
    const file = join(home, 'talk.backup')
    await runAdmin({ DATA_DIR: server.ctx.config.dataDir, ...secret }, 'backup', file)
    const target = join(home, 'restored/data')
    expect((await runAdmin({ DATA_DIR: target, ...secret }, 'restore', file)).code).toBe(0)
    expectNothingIn([file, ...filesBelow(target)])
  })
})

/** What who may read beside those in a case: what was handed to them, and nothing else. */
const handed: Record<string, readonly string[]> = {
  coordinator: ['complaint', 'feedback', 'story', 'accessneeds', 'warnings', 'question', 'answer'],
  moderator: ['breach', 'needs', 'escalation'],
  steward: [],
}

test('no answer of the server tells anybody else a word of it', async () => {
  const ids = [room.id, ...['a', 'b', 'm'].map((who) => room[who as 'a' | 'b' | 'm'].id)]
  // a stream has no end to wait for, and nothing of a mediation is told by events that one carries
  const ends = (path: string) => !path.startsWith('/api/v1/streaming')
  const doors = routes.filter(({ method, path }) => method === 'get' && ends(path)).map(({ path }) => path)
  const paths = doors.flatMap((path) => (path.includes(':') ? ids.map((id) => path.replace(/:\w+/g, id)) : [path]))
  expect(paths.length).toBeGreaterThan(60)
  for (const [role, person] of Object.entries(others)) {
    for (const path of paths) {
      const { text } = await person.browser.get(path)
      for (const [place, hidden] of Object.entries(said)) {
        const allowed = handed[role]?.includes(place.replaceAll(' ', '')) === true
        if (!allowed) expect([role, path, place, text.includes(hidden)]).toEqual([role, path, place, false])
      }
    }
  }
  // what was handed over is there, so that this test is known to look in the right place
  const { text: reports } = (await others.moderator?.browser.get('/api/community/v1/mediations/reports')) ?? {
    text: '',
  }
  for (const place of ['breach', 'needs', 'escalation']) expect(reports).toContain(said[place])
}, 60_000)

test('neither side is told a word of the other’s talk with the mediator, wherever it looks', async () => {
  const hidden = {
    a: ['caucus b', 'notes', 'joint', 'hold reason'],
    b: ['caucus a', 'notes', 'complaint', 'escalation', 'feedback'],
  }
  for (const side of ['a', 'b'] as const) {
    for (const path of ['', '/export']) {
      const { text } = await room[side].api.get(`${room.path}${path}`)
      for (const place of hidden[side])
        expect([side, path, place, text.includes(said[place] ?? '')]).toEqual([side, path, place, false])
    }
  }
})
