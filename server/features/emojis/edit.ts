import { z } from 'zod'
import type { AdminEmoji } from '../../../shared/api/house.ts'
import type { StaffAct } from '../../../shared/api/staff-acts.ts'
import type { Context } from '../../context.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import { storeEmojiPicture } from '../../core/pictures/emoji.ts'
import { removeFile } from '../../core/pictures/files.ts'
import type { Upload } from '../../http/body.ts'
import { flag } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAdminEmoji } from './present.ts'
import { allEmojis, deleteEmoji, type EmojiRow, emojiByCode, insertEmoji, updateEmoji } from './queries.ts'

const category = z.string().trim().max(limits.emojiCategory)

/** A new small picture; the file is `image`. */
export const newEmojiForm = z.object({
  shortcode: z.string().trim().max(200).default(''),
  category: category.default(''),
  visible_in_picker: flag.default(true),
})

/** What can be changed of one, by its name. */
export const emojiForm = z.object({
  shortcode: z.string().max(200),
  category: category.optional(),
  visible_in_picker: flag.optional(),
  disabled: flag.optional(),
})

const wrongCode = (error: string, description: string) => invalidFields({ shortcode: [{ error, description }] })

function checkCode(ctx: Context, shortcode: string): void {
  if (shortcode === '') throw wrongCode('ERR_BLANK', 'Give it a name. People write it between colons.')
  if (!/^[a-zA-Z0-9_]{2,}$/.test(shortcode)) {
    throw wrongCode('ERR_INVALID', 'A name has at least two of the letters a to z, digits and _.')
  }
  if (shortcode.length > limits.emojiShortcode) {
    throw wrongCode('ERR_TOO_LONG', `This name is too long. ${limits.emojiShortcode} characters are the most.`)
  }
  if (emojiByCode(ctx.db, { shortcode })) throw wrongCode('ERR_TAKEN', 'There is one of this name already.')
  if (allEmojis(ctx.db).length < limits.emojis) return
  throw wrongCode('ERR_INVALID', `There are ${limits.emojis} already, as many as there can be. Delete one first.`)
}

function found(ctx: Context, shortcode: string): EmojiRow {
  const row = emojiByCode(ctx.db, { shortcode })
  if (!row) throw notFound('There is no small picture of this name.')
  return row
}

function changed(ctx: Context, { accountId }: Viewer, action: StaffAct, shortcode: string): void {
  ctx.emit('emojisChanged', {})
  ctx.emit('staffActed', { accountId, action, subject: 'emoji', label: shortcode })
}

/** Adds a small picture. Throws 413, 422, 503, 507. */
export async function addEmoji(
  ctx: Context,
  viewer: Viewer,
  form: z.infer<typeof newEmojiForm>,
  upload: Upload | undefined,
): Promise<AdminEmoji> {
  const { shortcode } = form
  checkCode(ctx, shortcode)
  if (!upload || upload.bytes.length === 0) {
    throw invalidFields({ image: [{ error: 'ERR_BLANK', description: 'Choose a picture first.' }] })
  }
  const { file, staticFile } = await storeEmojiPicture(ctx, upload.bytes)
  try {
    return ctx.transact(() => {
      checkCode(ctx, shortcode)
      insertEmoji(ctx.db, {
        shortcode,
        file,
        staticFile: staticFile ?? null,
        category: form.category || null,
        visible: form.visible_in_picker ? 1 : 0,
        now: ctx.now(),
      })
      changed(ctx, viewer, 'emoji.add', shortcode)
      return presentAdminEmoji(ctx, found(ctx, shortcode))
    })
  } catch (thrown) {
    // what was not written down belongs to nobody, so its files go too
    for (const name of [file, staticFile]) if (name) await removeFile(ctx.config.dataDir, name)
    throw thrown
  }
}

const actionOf = (before: EmojiRow, disabled: boolean) => {
  if (disabled === (before.disabled === 1)) return 'emoji.change'
  return disabled ? 'emoji.disable' : 'emoji.enable'
}

/** Changes where one stands, and whether it is offered and in use; what is not given stays. Throws 404. */
export function changeEmoji(ctx: Context, viewer: Viewer, form: z.infer<typeof emojiForm>): AdminEmoji {
  return ctx.transact(() => {
    const before = found(ctx, form.shortcode)
    const disabled = form.disabled ?? before.disabled === 1
    updateEmoji(ctx.db, {
      shortcode: before.shortcode,
      category: form.category === undefined ? before.category : form.category || null,
      visible: (form.visible_in_picker ?? before.visible === 1) ? 1 : 0,
      disabled: disabled ? 1 : 0,
    })
    changed(ctx, viewer, actionOf(before, disabled), before.shortcode)
    return presentAdminEmoji(ctx, found(ctx, before.shortcode))
  })
}

/** Takes one away for good; where it was written, its name stands from then on. Throws 404. */
export function removeEmoji(ctx: Context, viewer: Viewer, shortcode: string): object {
  return ctx.transact(() => {
    deleteEmoji(ctx.db, { shortcode: found(ctx, shortcode).shortcode })
    changed(ctx, viewer, 'emoji.delete', shortcode)
    ctx.queue.add('clearFiles', {})
    return {}
  })
}
