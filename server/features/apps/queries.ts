import { z } from 'zod'
import { one, write } from '../../db/sql.ts'

const appRow = z.object({
  id: z.int(),
  clientId: z.string(),
  secretHash: z.instanceof(Buffer),
  name: z.string(),
  website: z.string().nullable(),
  redirectUris: z.string(),
  scopes: z.string(),
})

/** A program as it registered itself; addresses are parted by line breaks, scopes by spaces. */
export type AppRow = z.infer<typeof appRow>

/** Registers a program. Programs are never collected: they keep their names for years. */
export const addApp = write(
  `INSERT INTO apps (id, client_id, secret_hash, name, website, redirect_uris, scopes, created_at)
   VALUES (@id, @clientId, @secretHash, @name, @website, @redirectUris, @scopes, @now)`,
)

/** A program by the name that it was given. */
export const appByClientId = one(
  appRow,
  `SELECT id, client_id AS clientId, secret_hash AS secretHash, name, website, redirect_uris AS redirectUris, scopes
   FROM apps WHERE client_id = @clientId`,
)

/** A program by its id. */
export const appById = one(
  appRow,
  `SELECT id, client_id AS clientId, secret_hash AS secretHash, name, website, redirect_uris AS redirectUris, scopes
   FROM apps WHERE id = @id`,
)
