import { z } from 'zod'
import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { countGraphemes, countStatus } from '../../../shared/text/length.ts'
import type { Context } from '../../context.ts'
import { type FieldErrors, forbidden, invalidFields, notFound } from '../../core/errors.ts'
import { removeFile } from '../../core/pictures/files.ts'
import { type ProfilePicture, storeProfilePicture } from '../../core/pictures/profile.ts'
import type { Upload } from '../../http/body.ts'
import { blankIsAbsent, flag, languageCode } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { fieldsForm, newFields } from './fields.ts'
import { presentCredentials } from './present.ts'
import { type AccountRow, accountById, postingDefaults, updatePostingDefaults, updateProfile } from './queries.ts'

const source = z.object({
  privacy: blankIsAbsent(z.enum(['public', 'unlisted', 'private'])),
  quote_policy: blankIsAbsent(z.enum(['public', 'followers', 'nobody'])),
  sensitive: flag.optional(),
  language: z.union([z.literal(''), languageCode]).nullish(),
})

/** `PATCH /api/v1/accounts/update_credentials`; what is not given stays as it is. */
export const profileForm = z.object({
  display_name: z.string().max(limits.statusRaw).optional(),
  note: z.string().max(limits.statusRaw).optional(),
  locked: flag.optional(),
  bot: flag.optional(),
  discoverable: flag.optional(),
  indexable: flag.optional(),
  source: source.optional(),
  hide_collections: flag.optional(),
  avatar_description: z.string().max(limits.statusRaw).optional(),
  header_description: z.string().max(limits.statusRaw).optional(),
  fields_attributes: fieldsForm,
})
/** A checked {@link profileForm}. */
export type ProfileForm = z.infer<typeof profileForm>

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unseen = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g

const clean = (text: string) => text.toWellFormed().replace(/\r\n?/g, '\n').replace(unseen, '').trim()

const tooLong = (most: number) => [{ error: 'ERR_TOO_LONG', description: `This is longer than ${most} characters.` }]

const oneLine = (text: string) => clean(text).replace(/\s+/g, ' ')

type Words = Pick<AccountRow, 'displayName' | 'note' | 'avatarDescription' | 'headerDescription' | 'fields'>

function checkLengths({ displayName, note, avatarDescription, headerDescription }: Words): void {
  const details: FieldErrors = {}
  if (countGraphemes(displayName) > limits.displayName) details.display_name = tooLong(limits.displayName)
  if (countStatus(note) > limits.bio) details.note = tooLong(limits.bio)
  const described = limits.pictureDescription
  if (countGraphemes(avatarDescription) > described) details.avatar_description = tooLong(described)
  if (countGraphemes(headerDescription) > described) details.header_description = tooLong(described)
  if (Object.keys(details).length > 0) throw invalidFields(details)
}

/** What somebody's texts shall be; what was not given stays. Throws 422. */
function readWords(form: ProfileForm, before: AccountRow): Words {
  const given = (text: string | undefined, was: string) => (text === undefined ? was : oneLine(text))
  const words = {
    displayName: given(form.display_name, before.displayName),
    note: form.note === undefined ? before.note : clean(form.note),
    avatarDescription: given(form.avatar_description, before.avatarDescription),
    headerDescription: given(form.header_description, before.headerDescription),
    fields: newFields(form.fields_attributes, before.fields, oneLine),
  }
  checkLengths(words)
  return words
}

/** A form in which no file was chosen sends one without a name and bytes. */
const isUnchosen = ({ name, bytes }: Upload) => name === '' && bytes.length === 0

const store = (ctx: Context, which: ProfilePicture, file: Upload | undefined) =>
  file && !isUnchosen(file) ? storeProfilePicture(ctx, which, file.bytes) : undefined

type Pictures = { avatar: string | undefined; header: string | undefined }

async function storePictures(ctx: Context, files: Record<string, Upload>): Promise<Pictures> {
  const avatar = await store(ctx, 'avatar', files.avatar)
  try {
    return { avatar, header: await store(ctx, 'header', files.header) }
  } catch (thrown) {
    await forgetPictures(ctx, { avatar, header: undefined })
    throw thrown
  }
}

async function forgetPictures(ctx: Context, { avatar, header }: Pictures): Promise<void> {
  for (const file of [avatar, header]) if (file !== undefined) await removeFile(ctx.config.dataDir, file)
}

/** Refuses (403) what somebody whom nobody has let in so far could have us ask elsewhere, or keep. */
function checkWaiting({ state }: Viewer, form: ProfileForm, files: Record<string, Upload>): void {
  const isWords = form.fields_attributes === undefined && Object.keys(files).length === 0
  if (state === 'member' || isWords) return
  throw forbidden('Pictures and addresses can be added once you are let in.', { code: 'waiting' })
}

/**
 * Changes one's own profile. New pictures are decoded and kept before anything is written. Throws 422 with the fields
 * that do not hold, 413 for a picture that is too large, 403 for more than words by somebody who waits to be let in.
 */
export async function updateAccount(
  ctx: Context,
  viewer: Viewer,
  form: ProfileForm,
  files: Record<string, Upload>,
): Promise<CredentialAccount> {
  checkWaiting(viewer, form, files)
  const { accountId: id } = viewer
  readWords(form, ownRow(ctx, id))
  const pictures = await storePictures(ctx, files)
  try {
    return ctx.transact(() => {
      keepProfile(ctx, id, form, pictures)
      keepDefaults(ctx, id, form)
      return presentCredentials(ctx, id)
    })
  } catch (thrown) {
    // what was not written down belongs to nobody, so its file goes too
    await forgetPictures(ctx, pictures)
    throw thrown
  }
}

function ownRow(ctx: Context, id: number): AccountRow {
  const row = accountById(ctx.db, { id })
  if (!row) throw notFound()
  return row
}

function keepProfile(ctx: Context, id: number, form: ProfileForm, { avatar, header }: Pictures): void {
  const before = ownRow(ctx, id)
  const words = readWords(form, before)
  const choice = (given: boolean | undefined, was: number) => (given === undefined ? was : given ? 1 : 0)
  const locked = choice(form.locked, before.locked)
  const indexable = choice(form.indexable, before.indexable)
  updateProfile(ctx.db, {
    id,
    ...words,
    displayKey: words.displayName.toLowerCase(),
    avatar: avatar ?? before.avatar,
    header: header ?? before.header,
    hideCollections: choice(form.hide_collections, before.hideCollections),
    locked,
    bot: choice(form.bot, before.bot),
    discoverable: choice(form.discoverable, before.discoverable),
    indexable,
  })
  if (avatar !== undefined) tellReplaced(ctx, id, before.avatar)
  if (header !== undefined) tellReplaced(ctx, id, before.header)
  if (before.locked === 1 && locked === 0) ctx.emit('accountOpened', { accountId: id })
  ctx.emit('profileChanged', { accountId: id })
  if (before.indexable !== indexable) ctx.emit('indexableChanged', { accountId: id })
}

function tellReplaced(ctx: Context, accountId: number, file: string | null): void {
  if (file !== null) ctx.emit('pictureReplaced', { accountId, file })
}

function keepDefaults(ctx: Context, id: number, { source: given }: ProfileForm): void {
  const before = postingDefaults(ctx.db, { id })
  if (!given || !before) return
  updatePostingDefaults(ctx.db, {
    id,
    visibility: given.privacy ?? before.visibility,
    sensitive: given.sensitive === undefined ? before.sensitive : given.sensitive ? 1 : 0,
    language: given.language === undefined ? before.language : given.language || null,
    quotePolicy: given.quote_policy ?? before.quotePolicy,
  })
}

/** Takes one's own avatar or banner away, with what was said about it. */
export function removePicture(ctx: Context, { accountId: id }: Viewer, which: ProfilePicture): CredentialAccount {
  return ctx.transact(() => {
    const before = ownRow(ctx, id)
    const bare = which === 'avatar' ? { avatar: null, avatarDescription: '' } : { header: null, headerDescription: '' }
    updateProfile(ctx.db, { ...before, displayKey: before.displayName.toLowerCase(), ...bare })
    tellReplaced(ctx, id, before[which])
    return presentCredentials(ctx, id)
  })
}
