import { createSignal } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import type { OutsideReceipt } from '../../../shared/api/outside-request.ts'
import { HttpError, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { takedown } from '../../locales/en/takedown.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import hiding from '../join/account-fields.module.css'
import { proving } from '../join/proof.ts'
import { Failed } from '../shell/failed.tsx'

const t = texts(takedown)

const blank = { post: '', signature: '', contact: '', place: '', comment: '', good_faith: false }
type Asked = typeof blank

/** The signed request of somebody without an account, about one post. */
export function TakedownForm(props: { post: string; onSent: (receipt: OutsideReceipt) => void }) {
  const [form, set] = createStore<Asked>({ ...blank, post: props.post })
  const [website, setWebsite] = createSignal('')
  const proof = proving()
  const give = async () =>
    send<OutsideReceipt>('POST', '/api/community/v1/takedowns', {
      ...form,
      website: website(),
      proof: await proof.proof(),
    })
  const sending = submitting(async () => {
    const receipt = await give().catch((error: unknown) => {
      if (!(error instanceof HttpError) || error.errorCode !== 'proof_needed') throw error
      proof.again()
      return give()
    })
    props.onSent(receipt)
  })
  const wrong = (field: string) => fieldReason(sending.error(), field)
  return (
    <Form label={t('title')} wide onSubmit={sending.run}>
      <Fields form={form} set={set} wrong={wrong} />
      <Unseen value={website()} onInput={setWebsite} />
      <Failed error={sending.error()} what={t('notSent')} />
      <p class="row">
        <Button type="submit" kind="main" busy={sending.busy()}>
          {t('send')}
        </Button>
      </p>
    </Form>
  )
}

interface FieldsProps {
  form: Asked
  set: SetStoreFunction<Asked>
  wrong: (field: string) => string | undefined
}

function Fields(props: FieldsProps) {
  return (
    <>
      <TextField
        label={t('post')}
        hint={t('postHint')}
        value={props.form.post}
        onInput={(text) => props.set('post', text)}
        error={props.wrong('post')}
      />
      <TextField
        label={t('place')}
        optional={t('optional')}
        value={props.form.place}
        onInput={(text) => props.set('place', text)}
      />
      <TextArea
        label={t('comment')}
        optional={t('optional')}
        maxLength={1000}
        value={props.form.comment}
        onInput={(text) => props.set('comment', text)}
      />
      <TextField
        label={t('contact')}
        hint={t('contactHint')}
        value={props.form.contact}
        onInput={(text) => props.set('contact', text)}
        error={props.wrong('contact')}
      />
      <TextField
        label={t('signature')}
        value={props.form.signature}
        onInput={(text) => props.set('signature', text)}
        error={props.wrong('signature')}
      />
      <Tick
        checked={props.form.good_faith}
        onChange={(on) => props.set('good_faith', on)}
        error={props.wrong('good_faith')}
      >
        {t('goodFaith')}
      </Tick>
    </>
  )
}

/** A field that no person sees or reaches: what fills it in is a program. */
function Unseen(props: { value: string; onInput: (text: string) => void }) {
  return (
    <div class={hiding.unseen} aria-hidden="true">
      <label>
        {t('unseen')}
        <input
          name="website"
          tabindex="-1"
          autocomplete="off"
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      </label>
    </div>
  )
}
