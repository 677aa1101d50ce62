import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'

type Place = Pick<Config, 'dataDir' | 'onLoopback'>

const file = ({ dataDir }: Place) => join(dataDir, 'trial-clock')

/** Notes by how many milliseconds a trial's clock was moved, for the commands beside the server and its next start. */
export const keepAdvance = (place: Place, ahead: number): void => writeFileSync(file(place), String(Math.round(ahead)))

/** By how much the clock of this data folder was moved; only on one box, where alone it can be. */
export function readAdvance(place: Place): number {
  if (!place.onLoopback || !existsSync(file(place))) return 0
  const ahead = Number(readFileSync(file(place), 'utf8'))
  return Number.isFinite(ahead) ? ahead : 0
}
