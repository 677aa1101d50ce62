import { z } from 'zod'
import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { countGraphemes, countStatus } from '../../../shared/text/length.ts'
import type { Context } from '../../context.ts'
import { type FieldErrors, invalidFields, notFound } from '../../core/errors.ts'
import { storeAvatar } from '../../core/pictures/avatar.ts'
import { removeFile } from '../../core/pictures/files.ts'
import type { Upload } from '../../http/body.ts'
import { blankIsAbsent, flag, languageCode } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentCredentials } from './present.ts'
import { type AccountRow, accountById, postingDefaults, updatePostingDefaults, updateProfile } from './queries.ts'

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isBlank))

const source = z.object({
  privacy: blankIsAbsent(z.enum(['public', 'unlisted', 'private'])),
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
  source: source.optional(),
  header: z.any().refine(isBlank, { error: 'cannot be given: this server keeps no banners' }).optional(),
  fields_attributes: z
    .any()
    .refine(isBlank, { error: 'cannot be given: this server keeps no extra fields' })
    .optional(),
})
/** A checked {@link profileForm}. */
export type ProfileForm = z.infer<typeof profileForm>

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unseen = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g

const clean = (text: string) => text.toWellFormed().replace(/\r\n?/g, '\n').replace(unseen, '').trim()

const tooLong = (most: number) => [{ error: 'ERR_TOO_LONG', description: `This is longer than ${most} characters.` }]

function checkLengths(displayName: string, note: string): void {
  const details: FieldErrors = {}
  if (countGraphemes(displayName) > limits.displayName) details.display_name = tooLong(limits.displayName)
  if (countStatus(note) > limits.bio) details.note = tooLong(limits.bio)
  if (Object.keys(details).length > 0) throw invalidFields(details)
}

const noBanners = 'This server keeps no banners, so nothing was changed.'

/** A form in which no file was chosen sends one without a name and bytes. */
const isUnchosen = ({ name, bytes }: Upload) => name === '' && bytes.length === 0

/**
 * Changes one's own profile. A new avatar is decoded and kept before anything is written. Throws 422 with the fields
 * that do not hold, 413 for a picture that is too large.
 */
export async function updateAccount(
  ctx: Context,
  { accountId: id }: Viewer,
  form: ProfileForm,
  { avatar: picture, header }: Record<string, Upload>,
): Promise<CredentialAccount> {
  const before = accountById(ctx.db, { id })
  if (!before) throw notFound()
  const displayName =
    form.display_name === undefined ? before.displayName : clean(form.display_name).replace(/\s+/g, ' ')
  const note = form.note === undefined ? before.note : clean(form.note)
  checkLengths(displayName, note)
  if (header && !isUnchosen(header)) throw invalidFields({ header: [{ error: 'ERR_INVALID', description: noBanners }] })
  const avatar = picture && !isUnchosen(picture) ? await storeAvatar(ctx, picture.bytes) : undefined
  try {
    return ctx.transact(() => {
      keepProfile(ctx, id, form, { displayName, note, avatar })
      keepDefaults(ctx, id, form)
      return presentCredentials(ctx, id)
    })
  } catch (thrown) {
    // what was not written down belongs to nobody, so its file goes too
    if (avatar !== undefined) await removeFile(ctx.config.dataDir, avatar)
    throw thrown
  }
}

type Checked = { displayName: string; note: string; avatar: string | undefined }

function keepProfile(ctx: Context, id: number, form: ProfileForm, { displayName, note, avatar }: Checked): void {
  const before = accountById(ctx.db, { id })
  if (!before) throw notFound()
  const choice = (given: boolean | undefined, was: number) => (given === undefined ? was : given ? 1 : 0)
  const locked = choice(form.locked, before.locked)
  updateProfile(ctx.db, {
    id,
    displayName,
    displayKey: displayName.toLowerCase(),
    note,
    avatar: avatar ?? before.avatar,
    locked,
    bot: choice(form.bot, before.bot),
    discoverable: choice(form.discoverable, before.discoverable),
  })
  if (avatar !== undefined) tellReplaced(ctx, before)
  if (before.locked === 1 && locked === 0) ctx.emit('accountOpened', { accountId: id })
}

function tellReplaced(ctx: Context, { id, avatar }: AccountRow): void {
  if (avatar !== null) ctx.emit('avatarReplaced', { accountId: id, file: avatar })
}

function keepDefaults(ctx: Context, id: number, { source: given }: ProfileForm): void {
  const before = postingDefaults(ctx.db, { id })
  if (!given || !before) return
  updatePostingDefaults(ctx.db, {
    id,
    visibility: given.privacy ?? before.visibility,
    sensitive: given.sensitive === undefined ? before.sensitive : given.sensitive ? 1 : 0,
    language: given.language === undefined ? before.language : given.language || null,
  })
}

/** Takes one's own avatar away. */
export function removeAvatar(ctx: Context, { accountId: id }: Viewer): CredentialAccount {
  return ctx.transact(() => {
    const before = accountById(ctx.db, { id })
    if (!before) throw notFound()
    updateProfile(ctx.db, { ...before, displayKey: before.displayName.toLowerCase(), avatar: null })
    tellReplaced(ctx, before)
    return presentCredentials(ctx, id)
  })
}
