import { addressOf } from '../vocab/json.ts'
import { type Claim, type Heard, headerNamed } from './heard.ts'

/** One signature's input, `sig1=("@method" …);created=…`: what it covers, and its parameters. */
type Input = { label: string; covered: string[]; parameters: Map<string, string>; raw: string }

/** RFC 9421 as it is used between servers: one signature, components without parameters. */
function readInput(text: string): Input | undefined {
  const [, label, list, rest] =
    /^([a-z*][a-z0-9_.*-]{0,40})=\(((?:"[a-z0-9@-]{1,60}" ?){0,20})\)((?:;[^;,()]{1,3000}){0,12})$/.exec(text) ?? []
  if (label === undefined || list === undefined || rest === undefined) return undefined
  const covered = [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)
  const parameters = new Map<string, string>()
  for (const part of rest.split(';').slice(1)) {
    const [, name, words, number] = /^([a-z]{1,20})=(?:"([^"\\]*)"|(\d{1,15}))$/.exec(part) ?? []
    if (name === undefined || parameters.has(name)) return undefined
    parameters.set(name, words ?? number ?? '')
  }
  if (new Set(covered).size < covered.length) return undefined
  return { label, covered, parameters, raw: text.slice(label.length + 1) }
}

/** The value of one component; what is derived is of our own address, never of what a proxy calls it. */
function componentOf(heard: Heard, name: string): string | undefined {
  const [path = '', query] = heard.target.split(/\?(.*)/s)
  switch (name) {
    case '@method':
      return heard.method
    case '@target-uri':
      return `${heard.origin}${heard.target}`
    case '@authority':
      return heard.host.toLowerCase()
    case '@scheme':
      return heard.origin.split(':')[0]
    case '@path':
      return path
    case '@query':
      return `?${query ?? ''}`
    case '@request-target':
      return heard.target
    default:
      return name.startsWith('@') ? undefined : headerNamed(heard, name)
  }
}

const coversTarget = (covered: readonly string[]) =>
  covered.includes('@target-uri') || (covered.includes('@authority') && covered.includes('@path'))

/** What a request signed after RFC 9421 claims; undefined for what does not count. */
export function readMessageSignature(heard: Heard, header: string, now: number): Claim | undefined {
  const input = readInput(headerNamed(heard, 'signature-input') ?? '')
  if (!input) return undefined
  const { label, covered, parameters, raw } = input
  const algorithm = parameters.get('alg') ?? 'rsa-v1_5-sha256'
  const keyId = addressOf(parameters.get('keyid'))
  const at = Number(parameters.get('created') ?? Number.NaN) * 1000
  const [, named, signature] = /^([a-z*][a-z0-9_.*-]{0,40})=:([A-Za-z0-9+/=]{1,2000}):$/.exec(header) ?? []
  if (!keyId || !signature || named !== label || algorithm !== 'rsa-v1_5-sha256') return undefined
  const isOver = Number(parameters.get('expires') ?? Number.POSITIVE_INFINITY) * 1000 < now
  if (!Number.isFinite(at) || isOver) return undefined
  const needed = ['@method', ...(heard.method === 'POST' ? ['content-digest'] : [])]
  if (!coversTarget(covered) || needed.some((name) => !covered.includes(name))) return undefined
  const lines = covered.map((name) => {
    const value = componentOf(heard, name)
    return value === undefined ? undefined : `"${name}": ${value}`
  })
  if (lines.includes(undefined)) return undefined
  const digest = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(headerNamed(heard, 'content-digest') ?? '')?.[1]
  return { keyId, signature, text: [...lines, `"@signature-params": ${raw}`].join('\n'), at, digest }
}
