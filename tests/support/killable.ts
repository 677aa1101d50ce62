import { newHome, type ServerProcess, spawnServer, untilHealthy } from './process.ts'

/** A community as a process that is killed and started anew in the same folder, at the same address. */
export type Killable = {
  server: ServerProcess
  home: string
  /** Kills it in the midst of what it does, and starts it anew; `soon` does not wait until it answers. */
  again(how?: { soon: boolean }): Promise<void>
  end(): Promise<void>
}

/** Starts one that other servers on this machine can speak with; `offset` keeps the ports of several apart. */
export async function startKillable(offset = 0): Promise<Killable> {
  const home = newHome()
  // below those that outgoing connections are given: while nobody listens, one of them could take it
  const port = 20_000 + offset + (process.pid % 5000)
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1', PORT: String(port) }
  const started = await spawnServer(settings, home)
  await untilHealthy(started)
  const killable: Killable = {
    server: started,
    home,
    async again({ soon } = { soon: false }) {
      killable.server.child.kill('SIGKILL')
      await killable.server.ended
      killable.server = await spawnServer(settings, home)
      if (!soon) await untilHealthy(killable.server)
    },
    async end() {
      killable.server.child.kill('SIGTERM')
      await killable.server.ended
    },
  }
  return killable
}
