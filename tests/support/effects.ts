import { follow, say } from './masto.ts'
import { mailsOf, newBrowser } from './newcomer.ts'
import { type RecordingPeer, startRecordingPeer } from './recording-peer.ts'
import { PASSWORD, type Person, startServer, type TestServer } from './server.ts'
import { listenTo, type Stream } from './stream.ts'

/** Where what was done to somebody shows, at one moment; `heard` and `delivered` are of the time since the last look. */
export type Look = {
  session: 'in' | 'out'
  token: 'in' | 'out'
  /** Whether they could log in anew. */
  login: 'in' | 'out'
  /** Their own open stream. */
  stream: 'open' | 'closed'
  home: boolean
  local: boolean
  search: boolean
  /** Whether they are found by their name. */
  found: boolean
  feed: 'words' | 'warning' | 'nothing'
  /** Their post, as a member, a visitor's browser and another server get it. */
  post: 'plain' | 'marked' | number
  page: number
  document: number
  profile: 'whole' | 'limited' | 'suspended' | 'gone'
  /** What the streams of those who read them said of the post. */
  heard: string[]
  /** What their followers' server was told. */
  delivered: string[]
}

/** Somebody to whom something is done, with a post, and those who would see an effect. */
export type Scene = { ben: Person; fan: Person; post: { id: string; uri: string; url: string }; look(): Promise<Look> }

const out = (status: number) => (status === 200 ? 'in' : 'out')
const accept = { activity: { accept: 'application/activity+json' }, page: { accept: 'text/html' } }

/** A server with a follower's server beside it, and what makes people on it to whom something is done. */
export async function startStage(): Promise<{
  server: TestServer
  peer: RecordingPeer
  stage(name: string): Promise<Scene>
  stop(): Promise<void>
}> {
  const server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  server.ctx.db.pragma('synchronous = OFF')
  const peer = await startRecordingPeer()
  const far = peer.person(server.ctx, 'far').id
  const eye = await server.signUp('eye')
  const insert = 'INSERT INTO follows (id, account_id, target_id, created_at) VALUES (?, ?, ?, 1)'
  const stage = async (name: string): Promise<Scene> => {
    const [ben, fan] = [await server.signUp(`ben_${name}`), await server.signUp(`fan_${name}`)]
    await ben.api.patch('/api/v1/accounts/update_credentials', { indexable: true, discoverable: true })
    await follow(fan, ben)
    server.ctx.db.prepare(insert).run(server.ctx.newId(), far, ben.accountId)
    const post = await say(ben, `A word about quinces_${name}`)
    const scene = { ben, fan, post: { id: post.id, uri: post.uri, url: post.url ?? '' } }
    const streams = {
      own: await listenTo(server, ben, { stream: 'user' }),
      fan: await listenTo(server, fan, { stream: 'user' }),
    }
    await server.advance('PT10S')
    return { ...scene, look: lookingAt({ server, peer, eye, ...scene, streams, name }) }
  }
  const stop = async () => {
    await server.stop()
    await peer.stop()
  }
  return { server, peer, stage, stop }
}

type Watched = Omit<Scene, 'look'> & {
  server: TestServer
  peer: RecordingPeer
  eye: Person
  streams: { own: Stream; fan: Stream }
  name: string
}

/** What came since it was asked last. */
function sinceLast<T>(list: readonly T[], fits: (one: T) => string | undefined): () => string[] {
  let place = list.length
  return () => {
    const fresh = list.slice(place).flatMap((one) => fits(one) ?? [])
    place = list.length
    return fresh
  }
}

/** What others find of somebody: members, visitors, other servers. */
async function whatOthersSee({ server, eye, fan, ben, post, name }: Watched) {
  const asked = (path: string, person = eye) => person.api.get(path)
  const isIn = async (path: string, person?: Person) =>
    (await asked(path, person)).body.some(({ id }: { id: string }) => id === post.id)
  const searched = async (q: string) => (await asked(`/api/v2/search?q=${q}`)).body
  const { status, body } = await asked(`/api/v1/statuses/${post.id}`)
  const profile = await asked(`/api/v1/accounts/${ben.id}`)
  const { text: feed } = await server.visitor.get(`/@${ben.username}.atom`)
  const named = (words: boolean, warned: boolean) => (words ? 'words' : warned ? 'warning' : 'nothing')
  const known = profile.body.suspended ? 'suspended' : profile.body.limited ? 'limited' : 'whole'
  return {
    home: await isIn('/api/v1/timelines/home', fan),
    local: await isIn('/api/v1/timelines/public?local=true'),
    search: (await searched(`quinces_${name}`)).statuses.length > 0,
    found: (await searched(ben.username)).accounts.some(({ id }: { id: string }) => id === ben.id),
    feed: named(feed.includes(`quinces_${name}`), feed.includes('<entry>')),
    post: status === 200 ? (body.sensitive ? 'marked' : 'plain') : status,
    page: (await server.visitor.get(new URL(post.url).pathname, accept.page)).status,
    document: (await server.visitor.get(new URL(post.uri).pathname, accept.activity)).status,
    profile: profile.status === 200 ? known : 'gone',
  } as const
}

function lookingAt(watched: Watched): () => Promise<Look> {
  const { server, peer, ben, post, streams } = watched
  let stream: Look['stream'] = 'open'
  void streams.own.ended.then(() => {
    stream = 'closed'
  })
  const heard = sinceLast(streams.fan.heard, ({ event, payload }) => (payload?.includes(post.id) ? event : undefined))
  const delivered = sinceLast(peer.received, ({ body }) => `${body.type} ${body.object?.type ?? 'actor'}`)
  return async () => {
    // what is due goes out, and what was said arrives
    await server.advance('PT5S')
    const login = await newBrowser(server).post('/auth/session', { login: ben.username, password: PASSWORD })
    return {
      session: out((await ben.browser.get('/api/v1/timelines/home')).status),
      token: out((await ben.api.get('/api/v1/timelines/home')).status),
      login: out(login.status),
      stream,
      ...(await whatOthersSee(watched)),
      heard: heard(),
      delivered: delivered(),
    }
  }
}

/** What somebody was told: by notices and in their programs, where they may log in to read them, and by letters. */
export async function toldTo(server: TestServer, person: Person) {
  const letters = mailsOf(server, `${person.username}@mail.example`)
  const browser = newBrowser(server)
  const came = await browser.post('/auth/session', { login: person.username, password: PASSWORD })
  if (came.status !== 200) return { letters, notices: undefined, warnings: undefined }
  const notices: { kind: string }[] = (await browser.get('/api/community/v1/notices')).body
  const own: { type: string; moderation_warning?: { action: string } }[] = (
    await browser.get('/api/v1/notifications?types[]=moderation_warning')
  ).body
  return {
    letters,
    notices: notices.map(({ kind }) => kind),
    warnings: own.map((one) => one.moderation_warning?.action),
  }
}
