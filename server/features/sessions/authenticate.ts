import type { Request } from 'express'
import type { Context } from '../../context.ts'
import { HOUR } from '../../core/clock.ts'
import { hashSecret } from '../../core/crypto.ts'
import { forbidden, unauthorized } from '../../core/errors.ts'
import { readCookie } from '../../http/cookies.ts'
import { limits } from '../../limits.ts'
import type { Scope } from '../../policies/scopes.ts'
import { type Caller, type Role, roles, type Viewer } from '../../policies/viewer.ts'
import { appOfToken, personOfSession, personOfToken, touchSession, touchToken } from './queries.ts'

/** How often a "last used" is written: a read should not cost a write. */
const TOUCH = HOUR

type Person = NonNullable<ReturnType<typeof personOfSession>> | NonNullable<ReturnType<typeof personOfToken>>

const nobody: Caller = { viewer: undefined, app: undefined }

function toViewer(person: Person, scopes: readonly Scope[] | undefined, appId: number | undefined): Viewer {
  const held = person.roles?.split(',') ?? []
  return {
    accountId: person.accountId,
    state: person.joinedAt === null ? 'waiting' : 'member',
    roles: roles.filter((role): role is Role => held.includes(role)),
    scopes,
    acceptedRules: person.acceptedRules === 1,
    appId,
  }
}

// what was stored was checked when the token was made
const readScopes = (text: string) => text.split(' ').filter(Boolean) as Scope[]

function fromToken(ctx: Context, token: string): Caller {
  const hash = hashSecret(token)
  const person = personOfToken(ctx.db, { hash, graceOver: ctx.now() - limits.rulesGrace })
  if (!person) {
    const app = appOfToken(ctx.db, { hash })
    if (!app) throw unauthorized('The access token is invalid')
    return { viewer: undefined, app: { id: app.appId, scopes: readScopes(app.scopes) } }
  }
  if (person.disabledAt !== null || person.suspendedAt !== null) throw forbidden('Your login is currently disabled')
  if (ctx.now() - (person.usedAt ?? 0) > TOUCH) touchToken(ctx.db, { hash, now: ctx.now() })
  const scopes = readScopes(person.scopes)
  return {
    viewer: toViewer(person, scopes, person.appId ?? undefined),
    app: person.appId === null ? undefined : { id: person.appId, scopes },
  }
}

function fromSession(ctx: Context, secret: string): Caller {
  const hash = hashSecret(secret)
  const now = ctx.now()
  const person = personOfSession(ctx.db, { hash, now, graceOver: now - limits.rulesGrace })
  if (!person || person.disabledAt !== null || person.suspendedAt !== null) return nobody
  if (now - person.usedAt > TOUCH) touchSession(ctx.db, { hash, now, expiresAt: now + limits.sessionLasts })
  return { viewer: toViewer(person, undefined, undefined), app: undefined }
}

/**
 * Who asks: by the bearer token where there is an Authorization header, else by the session cookie; a request never
 * uses both. A stale session is nobody; a token that is not valid is 401.
 */
export function authenticate(ctx: Context, request: Request): Caller {
  const header = request.get('authorization')
  if (header !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1]
    if (token) return fromToken(ctx, token)
    if (/^Basic /i.test(header)) return nobody
    throw unauthorized('The access token is invalid')
  }
  const secret = readCookie(ctx.config, request, 'session')
  return secret ? fromSession(ctx, secret) : nobody
}
