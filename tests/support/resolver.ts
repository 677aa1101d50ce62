import { createSocket } from 'node:dgram'
import { once } from 'node:events'

const MX = 15

const nameOf = (labels: string) =>
  Buffer.concat([...labels.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])), Buffer.of(0)])

function mailRecord(host: string): Buffer {
  const to = nameOf(host)
  const head = Buffer.alloc(14)
  // the name of the question, MX, the internet, a minute, and how long what follows is
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(MX, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(to.length + 2, 10)
  head.writeUInt16BE(10, 12)
  return Buffer.concat([head, to])
}

/** A resolver on loopback that knows which hosts take in the mail of some domains, and of others that there are none. */
export async function startResolver(known: Record<string, string[]>) {
  const socket = createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (query, { port, address }) => {
    const labels: string[] = []
    let at = 12
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      labels.push(query.subarray(at + 1, at + 1 + length).toString())
      at += length + 1
    }
    const name = labels.join('.').toLowerCase()
    asked.push(name)
    const hosts = known[name] ?? []
    const head = Buffer.from(query.subarray(0, 12))
    head.writeUInt16BE(hosts.length > 0 ? 0x8180 : 0x8183, 2)
    head.writeUInt16BE(hosts.length, 6)
    head.writeUInt32BE(0, 8)
    socket.send(Buffer.concat([head, query.subarray(12, at + 5), ...hosts.map(mailRecord)]), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { address: `127.0.0.1:${socket.address().port}`, asked, stop: () => socket.close() }
}
