import type { EvidenceHead, EvidenceItem } from '../../../../shared/api/evidence.ts'
import type { Context } from '../../../context.ts'
import { openIfOurs, sha256Hex } from '../../../core/crypto.ts'
import { invalidFields } from '../../../core/errors.ts'
import { presentTime } from '../../accounts/present.ts'
import { accountById } from '../../accounts/queries.ts'
import { type Collected, type Copy, collect, wholeHandle } from '../../evidence/collect.ts'
import { bundleOf, pictureOf as ownPicture } from '../../evidence/queries.ts'
import { type Content, chain, openIntact, seal } from '../../evidence/seal.ts'
import { insertPicture, picturesOf } from './queries.ts'

/** What goes with a report: posts as they are now, and copies that the reporter kept before. */
export type Gathered = { copies: Copy[]; ids: number[]; missing: string[]; files: Map<string, Buffer> }

function fromBundle(ctx: Context, me: number, bundleId: number, into: Gathered): void {
  const row = bundleOf(ctx.db, { id: bundleId, me, now: ctx.now() })
  if (!row) return
  const content = openIntact(ctx, row.content)
  if (!content) {
    const description = 'A byte of this was changed since you kept it, so it proves nothing. Report without it.'
    throw invalidFields({ evidence_ids: [{ error: 'ERR_INVALID', description }] })
  }
  for (const { sha256: _own, ...copy } of content.items) {
    into.copies.push(copy)
    const named = [...copy.media, ...(copy.earlier ?? []).flatMap(({ media = [] }) => media)]
    for (const { sha256 } of named) {
      const kept = sha256 === null ? undefined : ownPicture(ctx.db, { id: bundleId, hash: sha256, me, now: ctx.now() })
      if (kept && sha256 !== null) into.files.set(sha256, ctx.vault.openBytes(kept.content))
    }
  }
}

/** Posts that somebody reports, and bundles that they kept: what there is of both. */
export function gather(ctx: Context, me: number, ids: readonly number[], bundles: readonly number[]): Gathered {
  const { files, ...rest }: Collected = collect(ctx, me, ids)
  const found: Gathered = { ...rest, files: new Map(files) }
  for (const bundleId of bundles) fromBundle(ctx, me, bundleId, found)
  return found
}

/** What is in one bundle that somebody kept. */
export function gatherBundle(ctx: Context, me: number, bundleId: number): Gathered {
  const found: Gathered = { copies: [], ids: [], missing: [], files: new Map() }
  fromBundle(ctx, me, bundleId, found)
  return found
}

/** The same without one picture: copies of what must not be copied hold its place and no more. */
export const bare = ({ copies, ids, missing }: Gathered): Gathered => ({
  ids,
  copies: copies.map((copy) => ({
    ...copy,
    text: '',
    spoiler_text: '',
    media: copy.media.map(({ description }) => ({ sha256: null, description })),
    earlier: [],
  })),
  missing,
  files: new Map(),
})

/** Seals the evidence of a report: the copies chained by their hashes. */
export function sealEvidence(ctx: Context, targetId: number, { copies, missing }: Gathered): Buffer | undefined {
  if (copies.length === 0 && missing.length === 0) return undefined
  const about = accountById(ctx.db, { id: targetId })
  const head: EvidenceHead = {
    format: 'left-community-evidence-1',
    owner: 'moderation',
    about: about ? wholeHandle(ctx, about) : null,
    note: '',
    kept_at: presentTime(ctx.now()),
  }
  return seal(ctx, { head, missing, ...chain(head, copies) })
}

/** Keeps the pictures of a report beside it. */
export function keepPictures(ctx: Context, reportId: number, { files }: Gathered): void {
  for (const [hash, file] of files) insertPicture(ctx.db, { reportId, hash, content: ctx.vault.seal(file) })
}

/** A report's evidence opened, and whether every byte of it is as it was sealed. */
export type Opened = { items: EvidenceItem[]; missing: string[]; intact: boolean }

const broken: Opened = { items: [], missing: [], intact: false }

/** How many posts a report's evidence holds; nothing is proved by that. */
export function countEvidence(ctx: Context, sealed: Buffer | null): number {
  const text = sealed === null ? undefined : openIfOurs(ctx.vault, sealed)
  return text === undefined ? 0 : (JSON.parse(text) as Content).items.length
}

/** Opens a report's evidence and proves it: the seals, the chain, and each picture's hash. */
export function openEvidence(ctx: Context, reportId: number, sealed: Buffer | null): Opened {
  if (sealed === null) return { items: [], missing: [], intact: true }
  const content = openIntact(ctx, sealed)
  if (!content) return broken
  const { items, missing } = content
  return { items, missing, intact: picturesIntact(ctx, reportId, items) }
}

function picturesIntact(ctx: Context, reportId: number, items: readonly EvidenceItem[]): boolean {
  const kept = new Set<string>()
  for (const { sha256, content } of picturesOf(ctx.db, { reportId })) {
    const bytes = openBytes(ctx, content)
    if (!bytes || sha256Hex(bytes) !== sha256) return false
    kept.add(sha256)
  }
  const named = items.flatMap(({ media, earlier = [] }) => [...media, ...earlier.flatMap((one) => one.media ?? [])])
  return named.every(({ sha256 }) => sha256 === null || kept.has(sha256))
}

function openBytes(ctx: Context, sealed: Buffer): Buffer | undefined {
  try {
    return ctx.vault.openBytes(sealed)
  } catch {
    return undefined
  }
}
