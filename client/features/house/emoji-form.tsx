import { createStore } from 'solid-js/store'
import type { AdminEmoji } from '../../../shared/api/house.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { house } from '../../locales/en/house.ts'
import { houseEmojis } from '../../locales/en/house-emojis.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { emojiPath } from './emoji-path.ts'

const t = texts(houseEmojis)
const h = texts(house)

interface FormProps {
  onAdded: (emoji: AdminEmoji) => void
}

const BLANK = { file: undefined as File | undefined, shortcode: '', category: '', visible: true }

function formOf(draft: typeof BLANK): FormData {
  const form = new FormData()
  form.set('shortcode', draft.shortcode.trim())
  form.set('category', draft.category.trim())
  form.set('visible_in_picker', String(draft.visible))
  if (draft.file) form.set('image', draft.file)
  return form
}

/** What is written into the form, and how it is sent; the drawer stays for the next one. */
function drafting(props: FormProps, emptied: () => void) {
  const [draft, setDraft] = createStore({ ...BLANK })
  const adding = submitting(async () => {
    const added = await send<AdminEmoji>('POST', emojiPath(), formOf(draft))
    toast(t('added', added.shortcode))
    setDraft({ shortcode: '', file: undefined })
    emptied()
    props.onAdded(added)
  })
  const choose = (file: File | undefined) =>
    setDraft({ file, ...(file && draft.shortcode === '' && { shortcode: nameFrom(file.name) }) })
  return { draft, setDraft, adding, choose }
}

/** Uploads a small picture; a file's name is its first suggestion. */
export function EmojiForm(props: FormProps) {
  let input: HTMLInputElement | undefined
  const { draft, setDraft, adding, choose } = drafting(props, () => {
    if (input) input.value = ''
  })
  const wrong = (field: string) => fieldReason(adding.error(), field)
  return (
    <Form label={t('add')} onSubmit={adding.run}>
      <Field label={t('image')} hint={t('imageHint')} error={wrong('image')}>
        {(control) => (
          <input
            {...control}
            ref={(element) => {
              input = element
            }}
            type="file"
            accept="image/png,image/webp,image/gif,image/jpeg,image/avif"
            onChange={(event) => choose(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <TextField
        label={t('shortcode')}
        hint={t('shortcodeHint')}
        error={wrong('shortcode')}
        value={draft.shortcode}
        onInput={(shortcode) => setDraft({ shortcode })}
        maxLength={32}
        autocomplete="off"
        spellcheck={false}
      />
      <TextField
        label={t('category')}
        optional={h('optional')}
        hint={t('categoryHint')}
        error={wrong('category')}
        value={draft.category}
        onInput={(category) => setDraft({ category })}
        maxLength={40}
        dir="auto"
        autocomplete="off"
      />
      <Tick checked={draft.visible} onChange={(visible) => setDraft({ visible })}>
        {t('visible')}
      </Tick>
      <Failed error={adding.error()} what={h('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={adding.busy()}>
          {t('addYes')}
        </Button>
      </p>
    </Form>
  )
}

const nameFrom = (file: string) =>
  file
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .slice(0, 32)
