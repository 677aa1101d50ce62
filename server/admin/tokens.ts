import type { Context } from '../context.ts'
import { hashSecret, newSecret } from '../core/crypto.ts'
import { grantRole, localAccountByName } from '../features/accounts/queries.ts'
import { addApp, appByClientId } from '../features/apps/queries.ts'
import { addToken } from '../features/oauth/queries.ts'
import { allScopes, parseScopes } from '../policies/scopes.ts'
import { type Command, Complaint, needed, text } from './command.ts'
import { makePerson, readRoles } from './people.ts'

const CLIENT = 'command-line'

/** The program that tokens made here belong to. */
function ownApp(ctx: Context): number {
  const found = appByClientId(ctx.db, { clientId: CLIENT })
  if (found) return found.id
  const id = ctx.newId()
  addApp(ctx.db, {
    id,
    clientId: CLIENT,
    secretHash: hashSecret(newSecret()),
    name: 'Command line',
    website: null,
    redirectUris: 'urn:ietf:wg:oauth:2.0:oob',
    scopes: allScopes.join(' '),
    now: ctx.now(),
  })
  return id
}

const string = { type: 'string' } as const

const create: Command = {
  takes: '--username NAME --scopes "read write" [--role R] [--email E --password P]',
  options: {
    username: string,
    scopes: string,
    role: { type: 'string', multiple: true },
    email: string,
    password: string,
  },
  async run(ctx, typed) {
    const name = needed(typed, 'username').replace(/^@/, '')
    const scopes = parseScopes(text(typed, 'scopes') ?? 'read write follow push')
    if (!scopes?.length) throw new Complaint(`--scopes takes some of: ${allScopes.join(' ')}.`)
    const held = readRoles(typed, 'role')
    const known = localAccountByName(ctx.db, { key: name.toLowerCase() })
    const accountId = known?.id ?? (await makePerson(ctx, name, typed, [])).accountId
    const token = newSecret()
    ctx.transact(() => {
      for (const role of held) grantRole(ctx.db, { accountId, role, now: ctx.now() })
      const appId = ownApp(ctx)
      addToken(ctx.db, {
        tokenHash: hashSecret(token),
        appId,
        accountId,
        codeHash: null,
        scopes: scopes.join(' '),
        now: ctx.now(),
      })
    })
    return token
  },
}

/** Tokens for programs of the command line. */
export const tokenCommands: Record<string, Command> = { 'tokens create': create }
