import { createMemo, onCleanup, Show } from 'solid-js'
import type { Account } from '../../../shared/api/wire.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { profileSettings } from '../../locales/en/profile-settings.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { bannerOf, pictureOf } from '../statuses/picture.ts'
import { type Editing, takeAway, type Which } from './editing.ts'
import style from './picture-field.module.css'

const t = texts(profileSettings)

const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']

/** One of the two pictures of a profile, with a look at a new one before it is saved, and words for who cannot see it. */
export function PictureField(props: { which: Which; account: Account; edit: Editing }) {
  const chosen = () => props.edit.pictures[props.which]
  const kept = () => (props.which === 'avatar' ? pictureOf(props.account) : bannerOf(props.account))
  const preview = createMemo(() => {
    const good = chosen()
    if (!good || good.wrong) return undefined
    const address = URL.createObjectURL(good.file)
    onCleanup(() => URL.revokeObjectURL(address))
    return address
  })
  const shown = () => preview() ?? kept()
  return (
    <div class={props.which === 'avatar' ? style.picture : style.banner}>
      <Show when={props.which === 'header'} fallback={<Face account={props.account} src={shown()} />}>
        <Show when={shown()}>{(src) => <img class={style.wide} src={src()} alt="" />}</Show>
      </Show>
      <div class="stack">
        <Chooser which={props.which} edit={props.edit} />
        <Show when={shown()}>
          <Described which={props.which} edit={props.edit} />
        </Show>
        <Show when={kept() && !chosen()}>
          <TakeAway which={props.which} />
        </Show>
      </div>
    </div>
  )
}

function Face(props: { account: Account; src: string | undefined }) {
  return <Avatar src={props.src} name={props.account.display_name} handle={props.account.acct} size="l" />
}

function Chooser(props: { which: Which; edit: Editing }) {
  let latest: File | undefined
  const choose = async (file: File | undefined) => {
    latest = file
    const wrong = file && (await wrongWith(file))
    if (file === latest) props.edit.choosePicture(props.which, file, wrong)
  }
  const wrong = () => props.edit.wrong.picture(props.which)
  return (
    <Field label={t(props.which)} hint={t(`${props.which}Hint`)} error={wrong()}>
      {(control) => (
        <>
          <label class={style.choose}>
            {t(`${props.which}Choose`)}
            <input
              {...control}
              class="sr"
              type="file"
              accept={TYPES.join(',')}
              onChange={(event) => choose(event.currentTarget.files?.[0])}
            />
          </label>
          <Show when={!wrong() && props.edit.pictures[props.which]?.file}>
            {(file) => (
              <p class="hint" role="status">
                {t('avatarChosen', file().name)}
              </p>
            )}
          </Show>
        </>
      )}
    </Field>
  )
}

function Described(props: { which: Which; edit: Editing }) {
  const part = () => (props.which === 'avatar' ? 'avatarDescription' : 'headerDescription')
  return (
    <TextField
      label={t('described')}
      hint={t('describedHint')}
      error={props.edit.wrong.description(props.which)}
      maxLength={sharedLimits.pictureDescription}
      value={props.edit.typed[part()]}
      onInput={(text) => props.edit.setTyped(part(), text)}
      dir="auto"
    />
  )
}

function TakeAway(props: { which: Which }) {
  const go = () => takeAway(props.which).catch((error) => toast(`${t('notTakenAway')} ${reasonOf(error)}`))
  return (
    <p>
      <Button kind="quiet" aria-label={`${t('takeAway')}: ${t(props.which)}`} onClick={go}>
        {t('takeAway')}
      </Button>
    </p>
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
