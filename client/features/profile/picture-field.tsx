import { createMemo, onCleanup, Show } from 'solid-js'
import type { Account } from '../../../shared/api/wire.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import { texts } from '../../lib/i18n.ts'
import { profileSettings } from '../../locales/en/profile-settings.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Field } from '../../ui/field.tsx'
import { pictureOf } from '../statuses/picture.ts'
import style from './picture-field.module.css'

const t = texts(profileSettings)

const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']

interface PictureFieldProps {
  account: Account
  /** The file chosen and not yet saved. */
  file: File | undefined
  error: string | undefined
  /** A file was chosen; `wrong` says why it cannot be taken. */
  onChoose: (file: File | undefined, wrong: string | undefined) => void
}

/** The picture that stands for oneself, with a look at a new one before it is saved. */
export function PictureField(props: PictureFieldProps) {
  const preview = createMemo(() => {
    if (!props.file) return undefined
    const address = URL.createObjectURL(props.file)
    onCleanup(() => URL.revokeObjectURL(address))
    return address
  })
  let latest: File | undefined
  const choose = async (file: File | undefined) => {
    latest = file
    const wrong = file && (await wrongWith(file))
    if (file === latest) props.onChoose(file, wrong)
  }
  return (
    <div class={style.picture}>
      <Avatar
        src={preview() ?? pictureOf(props.account)}
        name={props.account.display_name}
        handle={props.account.acct}
        size="l"
      />
      <Field label={t('avatar')} hint={t('avatarHint')} error={props.error}>
        {(control) => (
          <>
            <label class={style.choose}>
              {t('avatarChoose')}
              <input
                {...control}
                class="sr"
                type="file"
                accept={TYPES.join(',')}
                onChange={(event) => choose(event.currentTarget.files?.[0])}
              />
            </label>
            <Show when={!props.error && props.file}>
              {(file) => (
                <p class="hint" role="status">
                  {t('avatarChosen', file().name)}
                </p>
              )}
            </Show>
          </>
        )}
      </Field>
    </div>
  )
}

/** Why a file cannot be taken: what it is, not what it is called. */
async function wrongWith(file: File): Promise<string | undefined> {
  if (!TYPES.includes(file.type)) return t('avatarNoImage')
  if (file.size > sharedLimits.avatarBytes) return t('avatarTooLarge')
  return createImageBitmap(file).then(
    (picture) => {
      picture.close()
      return undefined
    },
    () => t('avatarNoImage'),
  )
}
