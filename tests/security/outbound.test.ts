import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import type { Lookup } from '../../server/core/fetch/connect.ts'
import { createOutbound, type Outbound } from '../../server/core/fetch/outbound.ts'
import { isReachable } from '../../server/core/fetch/reachable.ts'

const open: { server: Server[]; out: Outbound[] } = { server: [], out: [] }
afterEach(async () => {
  for (const out of open.out.splice(0)) await out.close()
  for (const server of open.server.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** Somebody else's server on 127.0.0.1 and what it was asked. */
async function stranger(answer: RequestListener) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  open.server.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { asked, port, url: `http://127.0.0.1:${port}` }
}

function outbound(allowLoopback: boolean, lookup?: Lookup): Outbound {
  const out = createOutbound({ allowLoopback, publicUrl: 'http://127.0.0.1' }, lookup)
  open.out.push(out)
  return out
}

const means =
  (...addresses: string[]): Lookup =>
  (_name, found) =>
    found(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

const refused = { code: 'NOT_REACHABLE' }

describe('which addresses our server asks', () => {
  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
    ...['192.0.0.8', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1'],
    ...['240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', '::8.8.8.8'],
    ...['64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1', '2001:db8::1', 'fc00::1', 'fe80::1'],
    ...['fec0::1', 'ff02::1', '3fff::1', '100::1', 'localhost', ''],
  ])('not %s', (address) => expect(isReachable(address, { loopback: false })).toBe(false))

  test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '192.0.1.1', '2606:4700::1111', '2a00:1450::1'])('%s', (address) =>
    expect(isReachable(address, { loopback: false })).toBe(true),
  )

  test('in trials on one machine also its loopback, and nothing else of its own', () => {
    const trial = (address: string) => isReachable(address, { loopback: true })
    expect(['127.0.0.1', '127.9.9.9'].every(trial)).toBe(true)
    expect(['::1', '10.0.0.1', '169.254.169.254', '::ffff:127.0.0.1', '0.0.0.0'].some(trial)).toBe(false)
  })
})

describe('a server that asks for others', () => {
  test.each([
    ...['http://127.0.0.1/', 'https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://[::1]/'],
    ...['https://[::ffff:127.0.0.1]/', 'https://169.254.169.254/latest', 'https://0/', 'https://[64:ff9b::7f00:1]/'],
    ...[
      'https://name:secret@8.8.8.8/',
      'https://8.8.8.8:8443/',
      'http://8.8.8.8/',
      'ftp://8.8.8.8/',
      'file:///etc/passwd',
    ],
    ...['gopher://8.8.8.8/', 'data:text/plain,a', 'no address'],
  ])('never knocks at %s', async (url) => {
    await expect(outbound(false).ask(url)).rejects.toMatchObject(refused)
  })

  test('does not follow a name that stands for its own machine or network', async () => {
    for (const address of ['127.0.0.1', '10.0.0.1', '::1', '::ffff:10.0.0.1', '169.254.169.254']) {
      await expect(outbound(false, means(address)).ask('https://kind.example/')).rejects.toMatchObject(refused)
    }
  })

  test('checks the name in the same step that connects, so a name that changes its mind reaches nothing', async () => {
    let asked = 0
    const rebinding: Lookup = (_name, found) => {
      asked += 1
      found(null, [{ address: asked === 1 ? '10.0.0.1' : '127.0.0.1', family: 4 }])
    }
    const out = outbound(false, rebinding)
    await expect(out.ask('https://rebinding.example/')).rejects.toMatchObject(refused)
    await expect(out.ask('https://rebinding.example/')).rejects.toMatchObject(refused)
    expect(asked).toBe(2)
  })

  test('takes of a name only the addresses that are public', async () => {
    const kind = await stranger((_request, response) => response.end('hello'))
    const out = outbound(true, means('10.0.0.1', '127.0.0.1'))
    const said = await out.ask(`http://kind.example:${kind.port}/page`)
    expect(said.body.toString()).toBe('hello')
    expect(kind.asked[0]?.headers.host).toBe(`kind.example:${kind.port}`)
  })

  test('checks every redirect anew and follows two at most', async () => {
    const evil = await stranger((request, response) => {
      const to = new URL(request.url ?? '', 'http://evil.example').searchParams.get('to') ?? ''
      response.writeHead(302, { location: to }).end()
    })
    const out = outbound(true)
    const via = (to: string) => `${evil.url}/?to=${encodeURIComponent(to)}`
    for (const to of ['http://10.0.0.1/', 'http://169.254.169.254/', 'http://[::1]:9/', 'file:///etc/passwd']) {
      await expect(out.ask(via(to))).rejects.toMatchObject(refused)
    }
    const kind = await stranger((_request, response) => response.end('here'))
    const said = await out.ask(via(via(kind.url)))
    expect([said.body.toString(), said.url.port]).toEqual(['here', String(kind.port)])
    await expect(out.ask(via(via(via(kind.url))))).rejects.toMatchObject(refused)
    expect(kind.asked).toHaveLength(1)
  })

  test('never follows a redirect of what it sends, and sends its token to nobody whom a redirect names', async () => {
    const kind = await stranger((_request, response) => response.end('here'))
    const evil = await stranger((_request, response) => response.writeHead(307, { location: kind.url }).end())
    const out = outbound(true)
    const sent = await out.ask(evil.url, { method: 'POST', body: 'words' })
    expect([sent.status, kind.asked.length]).toEqual([307, 0])
    await out.ask(evil.url, { headers: { authorization: 'Bearer secret', accept: 'text/html' } })
    expect(kind.asked[0]?.headers).toMatchObject({ accept: 'text/html' })
    expect(kind.asked[0]?.headers.authorization).toBeUndefined()
  })

  test('signs anew for each address that a redirect leads to', async () => {
    const kind = await stranger((_request, response) => response.end('here'))
    const moved = await stranger((_request, response) => response.writeHead(301, { location: `${kind.url}/new` }).end())
    await outbound(true).ask(`${moved.url}/old`, { headers: (url) => ({ signature: `for ${url.pathname}` }) })
    expect(kind.asked[0]?.headers.signature).toBe('for /new')
  })

  test('ends an answer that never ends, one that is slow, and one that grows when it is unpacked', async () => {
    const endless = await stranger((_request, response) => {
      const more = setInterval(() => response.write(Buffer.alloc(64 * 1024)), 1)
      response.on('close', () => clearInterval(more))
    })
    const out = outbound(true)
    await expect(out.ask(endless.url)).rejects.toMatchObject({ code: 'TOO_LARGE' })
    const cut = await out.ask(endless.url, { most: 1000, cut: true })
    expect(cut.body.length).toBe(1000)
    const slow = await stranger((_request, response) => {
      const drop = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drop))
    })
    const began = performance.now()
    await expect(out.ask(slow.url, { deadline: 300 })).rejects.toThrow()
    expect(performance.now() - began).toBeLessThan(3000)
    const bomb = await stranger((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50 * 1024 * 1024)))
    })
    await expect(out.ask(bomb.url)).rejects.toMatchObject({ code: 'TOO_LARGE' })
  })

  test('reads a packed answer and cannot be made to send a header more', async () => {
    const kind = await stranger((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed words'))
    })
    const out = outbound(true)
    expect((await out.ask(kind.url)).body.toString()).toBe('packed words')
    await expect(out.ask(kind.url, { headers: { accept: 'a\r\nhost: evil' } })).rejects.toThrow()
    await out.ask(`${kind.url}/a\r\nhost: evil`)
    expect(kind.asked.at(-1)?.headers.host).toBe(`127.0.0.1:${kind.port}`)
  })
})
